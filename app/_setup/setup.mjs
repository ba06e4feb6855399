/**
 * From a fresh clone to a running server, with Node's own modules only. Each step is skipped while what it
 * depends on is unchanged. `node app/_setup/setup.mjs start | dev | server`
 */
import './dotenv.mjs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { setUp } from './run-steps.mjs'
import { plans } from './steps.mjs'

/** The server runs in this very process, so that signals and the exit code are its own. */
async function serve() {
  Object.assign(process.env, { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' })
  const entry = join('.build', 'server.mjs')
  process.argv = [process.argv[0], entry]
  await import(pathToFileURL(entry).href)
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 12)) {
  console.error(`Firsthand needs Node 20.12 or later; this is ${process.versions.node}.`)
  process.exit(1)
}

const plan = process.argv[2] ?? 'start'
try {
  await setUp(plans[plan]())
  if (plan === 'start') await serve()
  if (plan === 'dev') await (await import('./develop.mjs')).develop()
} catch (error) {
  console.error(error.message)
  process.exit(1)
}

/**
 * From a fresh clone to a running server, with Node's own modules only. Each step is skipped while what it
 * depends on is unchanged. `node app/_setup/setup.mjs start | dev | test | server`
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { plans, stateOf, steps } from './steps.mjs'

/** Runs every step of a plan, or of a list, that has something to do. Throws an Error that says which one failed and how. */
export async function setUp(plan) {
  for (const name of Array.isArray(plan) ? plan : plans[plan]()) {
    const { done, finish } = stateOf(name)
    if (done) continue
    const { says, command, env } = steps[name]
    const began = performance.now()
    process.stdout.write(`${says} … `)
    const { code, output } = await run(command, env)
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    process.stdout.write(code === 0 ? `${seconds} s\n` : 'failed\n')
    if (code !== 0) throw new Error(output.trim() || `${command.join(' ')} ended with ${code}`)
    finish()
  }
}

/** Runs a command quietly; its output is shown only when it fails. A signal to this process ends it too. */
function run([file, ...args], env = {}) {
  return new Promise((resolve, reject) => {
    const shell = process.platform === 'win32' && file === 'npm'
    const stdio = ['ignore', 'pipe', 'pipe']
    const child = spawn(file, args, { env: { ...process.env, ...env }, stdio, shell })
    const stop = signal => child.kill(signal)
    process.on('SIGTERM', stop).on('SIGINT', stop)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', text => (output += text))
    child.on('error', reject)
    child.on('close', (code, signal) => {
      process.off('SIGTERM', stop).off('SIGINT', stop)
      if (signal) process.exit(1)
      resolve({ code, output })
    })
  })
}

/** The server runs in this very process, so that signals and the exit code are its own. */
async function serve() {
  process.env.NODE_ENV = 'production'
  const entry = join('.build', 'server.mjs')
  process.argv = [process.argv[0], entry]
  await import(pathToFileURL(entry).href)
}

/** Serves with reloading: Next reloads the pages, and a changed server or worker starts the server anew. */
async function develop() {
  const { watchBundle } = await import('./bundle.mjs')
  const env = { ...process.env, NODE_ENV: 'development' }
  const begin = () => spawn(process.execPath, ['.build/server.mjs', '--dev'], { env, stdio: 'inherit' })
  let server
  let stopping = false
  let restarting = Promise.resolve()
  const restart = async () => {
    if (server && server.exitCode === null) {
      server.kill('SIGTERM')
      await new Promise(resolve => server.once('exit', resolve))
    }
    if (!stopping) server = begin()
  }
  for (const signal of ['SIGTERM', 'SIGINT'])
    process.on(signal, () => {
      stopping = true
      server?.once('exit', code => process.exit(code ?? 0))
      if (server?.exitCode === null) server.kill(signal)
      else process.exit(0)
    })
  await watchBundle(() => {
    restarting = restarting.then(restart)
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const plan = process.argv[2]
  if (existsSync('.env')) process.loadEnvFile('.env')
  try {
    await setUp(plan)
  } catch (error) {
    console.error(error.message)
    process.exit(1)
  }
  if (plan === 'start') await serve()
  if (plan === 'dev') await develop()
}

import { spawn } from 'node:child_process'
import { watchBundle } from './bundle.mjs'

/** Serves with reloading: Next reloads the pages, and a changed server or worker starts the server anew. */
export async function develop() {
  const env = { ...process.env, NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' }
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

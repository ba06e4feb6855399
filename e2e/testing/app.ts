import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { applyMigrations } from '../../prisma/migrate'

export type App = {
  url: string
  dataDir: string
  /** Everything the server wrote so far. */
  output: () => string
  process: ChildProcess
  /** Ends it as a deployment would, and resolves with the exit code. */
  stop: () => Promise<number | null>
}

export const freePort = (): Promise<number> =>
  new Promise(resolve => {
    const probe = createServer().listen(0, () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })

/**
 * Starts the production server over a data folder of its own: migrated, with no demo in it.
 * @param options.dataDir an existing folder instead; it is not removed at the end
 * @param options.cwd the folder of the deployment, when that is not this one
 * @throws Error with the server's output when it does not answer within a minute
 */
export async function startApp(
  options: { env?: Record<string, string>; dataDir?: string; cwd?: string } = {},
): Promise<App> {
  const port = await freePort()
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'firsthand-'))
  await applyMigrations(dataDir)
  const url = `http://localhost:${port}`
  const child = spawn(process.execPath, ['.build/server.mjs'], {
    cwd: options.cwd,
    env: {
      ...process.env,
      PORT: `${port}`,
      DATA_DIR: dataDir,
      SITE_URL: url,
      DEMO: 'off',
      LOG_LEVEL: 'warn',
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', chunk => {
      output += chunk
    })
  const exited = new Promise<number | null>(resolve => child.once('exit', code => resolve(code)))
  const stop = async () => {
    if (child.exitCode === null) child.kill('SIGTERM')
    const code = await exited
    if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true })
    return code
  }
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) break
    const answer = await fetch(`${url}/signin`, { redirect: 'manual' }).catch(() => undefined)
    if (answer) return { url, dataDir, output: () => output, process: child, stop }
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  await stop()
  throw new Error(`The server did not start:\n${output}`)
}

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { openLogFile } from '../store/log'
import { key } from './collector.fixture'

const senders = 16
/** Acknowledgements after which a round's kill comes, at most; at least one. */
const perRound = 200

/**
 * Kills a collector without warning, again and again, while it is being loaded; what was not acknowledged is
 * sent again after the next start.
 * @returns how many were acknowledged, which of those are not stored, and how many are stored twice
 */
export async function killRounds(
  rounds: number,
): Promise<{ acknowledged: number; lost: string[]; doubled: number }> {
  const dir = mkdtempSync(join(tmpdir(), 'kill-'))
  const script = await bundle()
  const acknowledged = new Set<string>()
  let open: string[] = []
  for (let round = 0; round < rounds; round++) {
    const { child, port, exited } = await start(script, dir)
    let left = Math.ceil(Math.random() * perRound)
    const retries = open
    open = []
    const each = Array.from({ length: senders }, async (_, sender) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 })
      for (let number = 0; ; number++) {
        const id = retries.pop() ?? `${round}-${sender}-${number}`
        if (!(await send(port, agent, id))) {
          open.push(id)
          break
        }
        acknowledged.add(id)
        left -= 1
        if (left === 0) child.kill('SIGKILL')
      }
      agent.destroy()
    })
    await Promise.all(each)
    open.push(...retries)
    await exited
  }
  const stored = read(dir)
  rmSync(dir, { recursive: true })
  const kept = new Set(stored)
  return {
    acknowledged: acknowledged.size,
    lost: [...acknowledged].filter(id => !kept.has(id)),
    doubled: stored.length - kept.size,
  }
}

/** The collector's process as one file, so that it starts many times in little time. */
async function bundle(): Promise<string> {
  const outfile = join('.build', 'collector-to-kill.mjs')
  await build({
    entryPoints: [join(import.meta.dirname, 'serve.fixture.ts')],
    outfile,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    alias: { '@': './app' },
  })
  return outfile
}

type Started = { child: ChildProcess; port: number; exited: Promise<void> }

async function start(script: string, dir: string): Promise<Started> {
  const child = spawn(process.execPath, [script, dir], { stdio: ['pipe', 'pipe', 'inherit'] })
  const exited = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout?.once('data', data => resolve(Number(data)))
    child.once('exit', () => reject(new Error('The collector did not start')))
  })
  return { child, port, exited }
}

/** Sends one hit, by turns in each of the ways; whether it was acknowledged as stored. */
function send(port: number, agent: Agent, id: string): Promise<boolean> {
  const isBatch = id.endsWith('1')
  const path = isBatch ? `/c?_k=${key}` : `/e?_k=${key}&_p=bob&_n=x&_i=${id}`
  return new Promise(resolve => {
    const sent = request(
      { port, host: '127.0.0.1', path, agent, method: isBatch ? 'POST' : 'GET' },
      answer => {
        answer.resume()
        answer.once('end', () => resolve(answer.statusCode === 200 && !answer.headers['x-firsthand-dropped']))
        answer.once('error', () => resolve(false))
      },
    )
    sent.once('error', () => resolve(false))
    sent.end(isBatch ? JSON.stringify([{ _p: 'bob', _n: 'x', _i: id }]) : undefined)
  })
}

function read(dir: string): string[] {
  const db = openLogFile(dir)
  const rows = db.prepare('SELECT line FROM hit').all() as { line: string }[]
  db.close()
  return rows.map(row => JSON.parse(row.line)._i)
}

import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'

/** Of all children that are still there, so that none outlives an aborted run. */
const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})
process.once('SIGINT', () => process.exit(130))

export type Running = {
  child: ChildProcess
  /** What it wrote so far. */
  output: () => string
  exited: Promise<number | null>
  /** Sends a signal and waits until the process has gone. */
  end: (signal?: NodeJS.Signals) => Promise<number | null>
}

/** Starts Node with a script, in this process's environment with `env` over it. */
export function startNode(args: string[], env: Record<string, string> = {}): Running {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, LOG_LEVEL: 'warn', DEMO: 'on', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', chunk => {
      output += chunk
    })
  const exited = new Promise<number | null>(resolve =>
    child.once('exit', code => {
      running.delete(child)
      resolve(code)
    }),
  )
  const end = (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal)
    return exited
  }
  return { child, output: () => output, exited, end }
}

/**
 * Runs a script to its end.
 * @returns the last line that it wrote
 * @throws Error with its output when it fails
 */
export async function runNode(args: string[], env?: Record<string, string>): Promise<string> {
  const { exited, output } = startNode(args, env)
  if ((await exited) !== 0) throw new Error(`${args.join(' ')} failed:\n${output()}`)
  return output().trimEnd().split('\n').at(-1) ?? ''
}

/** Clock ticks a second in /proc: 100 on every Linux that Node runs on. */
const ticks = 100

/** CPU seconds of a process and its threads so far, user and system; NaN where there is no /proc. */
export function cpuSeconds(pid: number | undefined): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) / ticks
  } catch {
    return Number.NaN
  }
}

/** Most memory that a process held so far, MiB; NaN where there is no /proc. */
export function peakMemory(pid: number | undefined): number {
  try {
    const peak = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return Number(peak?.[1]) / 1024
  } catch {
    return Number.NaN
  }
}

/** Resolves once something listens on the port of this machine; rejects after `patience` ms. */
export async function listening(port: number, { exited, output }: Running, patience = 20_000): Promise<void> {
  let gone = false
  void exited.then(() => {
    gone = true
  })
  for (const end = performance.now() + patience; performance.now() < end && !gone; ) {
    const open = await new Promise<boolean>(resolve => {
      const probe = connect(port, '127.0.0.1', () => resolve(true)).once('error', () => resolve(false))
      probe.once('close', () => probe.destroy()).setTimeout(500, () => probe.destroy())
      probe.once('connect', () => probe.end())
    })
    if (open) return
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  throw new Error(`Nothing listens on port ${port}:\n${output()}`)
}

import { spawn } from 'node:child_process'
import { stateOf, steps } from './steps.mjs'

/**
 * Runs those of the named steps that have something to do, and says so in a line each.
 * @throws Error with what the command said, when one fails
 */
export async function setUp(names, table = steps) {
  for (const name of names) {
    const step = table[name]
    const { done, finish } = stateOf(name, step)
    if (done) continue
    const began = performance.now()
    process.stdout.write(`${step.says} … `)
    const { code, output } = await run(step.command, step.env)
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    process.stdout.write(code === 0 ? `${seconds} s\n` : 'failed\n')
    if (code !== 0) throw new Error(output.trim() || `${step.command.join(' ')} ended with ${code}`)
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

import { spawn } from 'node:child_process'
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

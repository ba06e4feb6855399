import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { freePort } from '../testing/app'

/** As a newcomer has it: the last commit, nothing installed, nothing of this tree's environment. */
function clone(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'clone-')), 'firsthand')
  execFileSync('git', ['clone', '--quiet', process.cwd(), folder])
  return folder
}

/** Runs `npm start` until it serves. @returns seconds to the first answer of the home page */
async function started(folder: string): Promise<number> {
  const port = await freePort()
  const { PATH, HOME } = process.env
  const began = performance.now()
  const env = { NODE_ENV: 'production' as const, PATH, HOME, PORT: `${port}` }
  const npm = spawn('npm', ['start'], { cwd: folder, env, stdio: 'inherit' })
  const ended = new Promise<void>(resolve => npm.once('exit', () => resolve()))
  const answers = () =>
    fetch(`http://localhost:${port}/`).then(
      answer => answer.status,
      () => 0,
    )
  try {
    const gaveUp = ended.then(() => Promise.reject(new Error(`npm start ended with ${npm.exitCode}`)))
    await Promise.race([gaveUp, expect.poll(answers, { timeout: 500_000 }).toBe(200)])
    return (performance.now() - began) / 1000
  } finally {
    npm.kill('SIGTERM')
    await ended
  }
}

test('a fresh clone serves by one command, again at once, and stays clean', async () => {
  const folder = clone()
  const seconds = { first: await started(folder), second: await started(folder) }
  console.log(`first start ${seconds.first.toFixed(1)} s, second ${seconds.second.toFixed(1)} s`)
  expect(execFileSync('git', ['status', '--porcelain'], { cwd: folder, encoding: 'utf8' })).toBe('')
})

test.each(['10', '11'])('the lock is good for a clean install by npm %s', version => {
  const npm = ['exec', '--yes', `npm@${version}`, '--', 'ci', '--dry-run', '--ignore-scripts']
  execFileSync('npm', npm, { cwd: clone(), stdio: 'pipe' })
})

import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { setUp } from './run-steps.mjs'
import { fingerprint } from './stamp.mjs'

/** A step that appends a line to `made` each time it runs. */
function world(script?: (made: string) => string) {
  const root = mkdtempSync(join(tmpdir(), 'steps-'))
  const [source, made] = [join(root, 'source'), join(root, 'made')]
  writeFileSync(source, 'one')
  const append = `require('node:fs').appendFileSync(${JSON.stringify(made)}, 'ran\\n')`
  const step = {
    says: 'Making it',
    of: () => fingerprint([source]),
    makes: () => made,
    stamp: () => join(root, 'folder', 'setup.json'),
    command: [process.execPath, '-e', script?.(append) ?? append],
    env: {},
  }
  const runs = () => (existsSync(made) ? readFileSync(made, 'utf8').split('\n').length - 1 : 0)
  return { source, made, runs, go: () => setUp(['it'], { it: step }) }
}

test('a step runs once, again when its source changes, and again when what it made is gone', async () => {
  const { source, made, runs, go } = world()
  await go()
  await go()
  expect(runs()).toBe(1)
  appendFileSync(source, 'two')
  await go()
  expect(runs()).toBe(2)
  rmSync(made)
  await go()
  expect(runs()).toBe(1)
})

test('a step that fails says what its command said, and is tried again', async () => {
  const { runs, go } = world(append => `${append}; console.error('no such thing'); process.exit(3)`)
  await expect(go()).rejects.toThrow(/^no such thing$/)
  await expect(go()).rejects.toThrow(/^no such thing$/)
  expect(runs()).toBe(2)
})

test('a fingerprint sees contents, names and words, and no tests', () => {
  const root = mkdtempSync(join(tmpdir(), 'stamp-'))
  const print = () => fingerprint([root, join(root, 'missing')], ['word'])
  const seen = new Set([print(), fingerprint([root], ['other'])])
  writeFileSync(join(root, 'a.ts'), 'a')
  seen.add(print())
  rmSync(join(root, 'a.ts'))
  writeFileSync(join(root, 'b.ts'), 'a')
  seen.add(print())
  expect(seen.size).toBe(4)
  const before = print()
  writeFileSync(join(root, 'b.test.ts'), 'test')
  expect(print()).toBe(before)
})

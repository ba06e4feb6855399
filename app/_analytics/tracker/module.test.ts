import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { createTracker as Create } from './api'
import { buildTracker } from './build'

let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tracker-'))
  await buildTracker(dir)
})
afterAll(() => rm(dir, { recursive: true }))

describe('the npm package', () => {
  it('does nothing on a server, and says so', async () => {
    const { createTracker } = (await import(pathToFileURL(join(dir, 'npm', 'index.js')).href)) as {
      createTracker: typeof Create
    }
    const tracker = createTracker({ key: 'k', host: 'https://count.example' })
    tracker.record('Bought', { price: 1 })
    tracker.identify('bob')
    tracker.optOut()
    expect(await tracker.status()).toEqual({ tracking: false, reason: '', cookies: false })
    expect(await tracker.ab('colour', ['red', 'blue'])).toBe('red')
    expect(await tracker.ab('size', { small: 1, large: 9 })).toBe('small')
  })

  it('is whole: no file imports what is not in it', async () => {
    const at = (name: string) => readFile(join(dir, 'npm', name), 'utf8')
    for (const name of ['index.js', 'index.d.ts'])
      expect(await at(name)).not.toMatch(/\b(import|require)\b[ ({]/)
    const { exports, files } = JSON.parse(await at('package.json'))
    expect(
      Object.values(exports['.'])
        .map(path => String(path).slice(2))
        .sort(),
    ).toEqual([...files].sort())
  })
})

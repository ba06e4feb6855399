import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { promises } from './promises'

it('the newest policy marks each promise that says how it is checked, once, in the same order', () => {
  const newest = readdirSync('content/legal')
    .filter(name => name.startsWith('privacy-'))
    .sort()
    .at(-1)
  const source = readFileSync(`content/legal/${newest}`, 'utf8')
  const marks = [...source.matchAll(/<Promise id="(\w+)">/g)].map(mark => mark[1])
  expect(marks).toEqual(promises.map(promise => promise.id))
})

import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { promises } from './promises'

const namesIn = (folder: string, ending: string) =>
  readdirSync(folder)
    .filter(name => name.endsWith(ending))
    .map(name => name.slice(0, -ending.length))
const built = promises.filter(promise => !promise.notYet).map(({ id }) => id)
const mutations = namesIn('e2e/promises/mutations', '.patch')

it('every promise has one row', () => {
  expect(new Set(promises.map(({ id }) => id)).size).toBe(promises.length)
})

it('the newest policy marks promises that have a row, each once', () => {
  const newest = namesIn('content/legal', '.mdx')
    .filter(name => name.startsWith('privacy-'))
    .sort()
    .at(-1)
  const source = readFileSync(`content/legal/${newest}.mdx`, 'utf8')
  const marks = [...source.matchAll(/<Promise id="(\w+)">/g)].map(mark => mark[1]!)
  expect(new Set(marks).size).toBe(marks.length)
  expect(marks.filter(id => !promises.some(promise => promise.id === id))).toEqual([])
})

it('there is a test for every promise that is not marked as still to come, and for no other', () => {
  expect(namesIn('e2e/promises', '.spec.ts').sort()).toEqual([...built].sort())
})

it('every test is named after its promise', () => {
  for (const id of built) {
    const titles = [
      ...readFileSync(`e2e/promises/${id}.spec.ts`, 'utf8').matchAll(/^\s*test\(\s*['`]([^'`]+)/gm),
    ]
    expect(titles.length, id).toBeGreaterThan(0)
    expect(titles.map(title => title[1]!).filter(title => !title.startsWith(`${id}: `))).toEqual([])
  }
})

describe('sabotage', () => {
  it('there is some for every promise that is tested', () => {
    const sabotaged = new Set(mutations.map(name => name.split('-')[0]))
    expect(built.filter(id => !sabotaged.has(id))).toEqual([])
  })

  it.skipIf(!existsSync('.git')).each(mutations)('%s fits the code as it is', name => {
    execFileSync('git', ['apply', '--check', `e2e/promises/mutations/${name}.patch`], { stdio: 'pipe' })
  })
})

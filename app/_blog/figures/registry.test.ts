import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** The names are read from the text: the module itself needs a running server. */
const registry = readFileSync('app/_blog/figures/registry.tsx', 'utf8')
const known = [...registry.matchAll(/^ {2}'([\w-]+)': /gm)].map(([, name]) => name)

const files = readdirSync('content', { recursive: true, encoding: 'utf8' })
const pages = files
  .filter(file => file.endsWith('.mdx'))
  .map(file => {
    const source = readFileSync(`content/${file}`, 'utf8')
    const named = [...source.matchAll(/<Figure\b[^>]*/g)].map(([tag]) => ({
      of: /\bof="([^"]+)"/.exec(tag)?.[1],
      caption: /\bcaption="([^"]{20,})"/.exec(tag)?.[1],
    }))
    return { file, named, draft: /^draft: true$/m.test(source) }
  })

test('every figure that a page names exists and has a caption', () => {
  expect(known.length).toBeGreaterThan(5)
  for (const { file, named } of pages)
    for (const { of, caption } of named) {
      expect(known, file).toContain(of)
      expect(caption, `${file}: ${of}`).toBeDefined()
    }
})

test('every post has a figure, and every figure a page', () => {
  for (const { file, named, draft } of pages)
    if (/^blog\W/.test(file) && !draft) expect(named.length, file).toBeGreaterThan(0)
  const used = new Set(pages.flatMap(({ named }) => named.map(({ of }) => of)))
  expect(known.filter(name => !used.has(name))).toEqual([])
})

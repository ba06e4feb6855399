import { expect, test } from 'vitest'
import { compileMdx } from './compile'
import { typographic } from './typographer'

test.each([
  ["isn't", 'isn’t'],
  ['"a" and ("b")', '“a” and (“b”)'],
  ["He said \"it's 'so'\".", 'He said “it’s ‘so’”.'],
  ["the readers' page", 'the readers’ page'],
])('%s', (plain, set) => {
  expect(typographic(plain)).toBe(set)
})

test('text around marks is set, and code is not', async () => {
  const { code } = await compileMdx('"*Yes*," she said, `x = "y"`, "**no**".\n\n```js\nconst a = "b"\n```')
  expect(code).toContain('“')
  expect(code).toContain('”.')
  expect(code).toContain('x = \\"y\\"')
  expect(code.match(/[“”]/g)).toHaveLength(4)
})

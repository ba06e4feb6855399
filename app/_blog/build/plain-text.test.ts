import { expect, test } from 'vitest'
import { plainText, readingMinutes } from './plain-text'

test.each([
  ['## A *title*\n\nWith `code` and **weight**.', 'A title With code and weight.'],
  ['See [the docs](/docs/install).', 'See the docs.'],
  ['Before.\n\n```js\nhidden()\n```\n\nAfter.', 'Before. After.'],
  ['A claim.[^1]\n\n[^1]: Its source.', 'A claim. Its source.'],
  ['<Note title="x">Inside</Note>', 'Inside'],
  ['| A | B |\n| --- | ---: |\n| 1 | 2 |', 'A B 1 2'],
  ['1. one\n2. two', 'one two'],
])('%j', (source, words) => {
  expect(plainText(source)).toBe(words)
})

test.each([
  [0, 1],
  [220, 1],
  [660, 3],
])('%i words take %i min', (words, minutes) => {
  expect(readingMinutes('word '.repeat(words))).toBe(minutes)
})

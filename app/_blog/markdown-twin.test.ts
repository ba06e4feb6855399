import { expect, test } from 'vitest'
import { markdownTwin } from './markdown-twin'

const twin = (source: string) =>
  markdownTwin({ title: 'T', description: 'D', source }, 'https://example.org/blog/t')

test('has the title, the words and where they come from', () => {
  expect(twin('Some **words**.')).toBe('# T\n\n> D\n\nSome **words**.\n\n---\n\nhttps://example.org/blog/t\n')
})

test('a figure is its caption and its address', () => {
  expect(twin('<Figure of="curve" caption="A curve." />')).toContain(
    '*Figure: A curve.* <https://example.org/blog/t#figure-curve>',
  )
})

test('notes and promises leave their text, links lead out, and code stays as it is', () => {
  const text = twin(
    '<Note title="Mind">\nThe [gap](/gap).\n</Note>\n\n<Promise id="K2">Kept.</Promise>\n\n```html\n<Note>\n```',
  )
  expect(text).toContain('**Mind**')
  expect(text).toContain('The [gap](https://example.org/gap).')
  expect(text).toContain('Kept.')
  expect(text).not.toContain('Promise')
  expect(text).toContain('```html\n<Note>\n```')
})

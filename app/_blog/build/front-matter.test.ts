import { expect, test } from 'vitest'
import { frontMatter } from './front-matter'
import { postSchema } from './schemas'

const { parse } = frontMatter(postSchema)

const file = (...changes: [from: string, to: string][]) =>
  changes.reduce(
    (text, [from, to]) => text.replace(from, to),
    `---
title: A title
description: A description that is long enough to say something.
published: 2026-11-24
tags: [privacy]
---

Some words.
`,
  )

test('reads the front matter, its defaults and the content', () => {
  expect(parse(file())).toMatchObject({
    title: 'A title',
    published: '2026-11-24',
    draft: false,
    author: 'desk',
    formerSlugs: [],
    content: 'Some words.',
  })
})

test.each([
  ['a date that is none', file(['2026-11-24', 'tomorrow']), /^line 4: published: must be a date/],
  ['an unknown tag', file(['[privacy]', '[privcay]']), /^line 5: tags\.0: /],
  ['a misspelt key', file(['title:', 'titel:']), /^line 2: titel: /m],
  ['a missing key', file(['title: A title\n', '']), /^line 1: title: /],
  ['broken YAML', file(['[privacy]', '[privacy']), /^line \d: /],
  ['no front matter', 'Some words.', /^line 1: the file must begin/],
])('%s stops with its line', (_, text, message) => {
  expect(() => parse(text)).toThrow(message)
})

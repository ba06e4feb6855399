import { expect, test } from 'vitest'
import { frontMatter } from './build/front-matter'
import { postSchema } from './build/schemas'
import { postDraft, slugOf } from './post-draft'

test.each([
  ['A Launch Day, in numbers!', 'a-launch-day-in-numbers'],
  ['What we don’t know', 'what-we-dont-know'],
  ['Übergänge & café', 'ubergange-cafe'],
  ['—', ''],
])('%s is %j', (title, slug) => {
  expect(slugOf(title)).toBe(slug)
})

test('a new post is a draft that the build takes as it is', () => {
  const text = postDraft('Quotes: "a", #b', Date.UTC(2026, 10, 24))
  expect(frontMatter(postSchema).parse(text)).toMatchObject({
    title: 'Quotes: "a", #b',
    published: '2026-11-24',
    draft: true,
  })
})

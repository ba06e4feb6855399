import { expect, test } from 'vitest'
import { instantOf } from './instant'
import { byYear, neighbours, publishedAt, related } from './published'

const post = (slug: string, published: string, more: { draft?: boolean; tags?: string[] } = {}) => ({
  slug,
  publishedAt: instantOf(published),
  draft: more.draft ?? false,
  tags: more.tags ?? [],
})
const slugs = (posts: { slug: string }[]) => posts.map(({ slug }) => slug)

test('a scheduled post appears at its second, and a draft never', () => {
  const all = [
    post('early', '2026-01-01'),
    post('late', '2026-11-24T09:00:00Z'),
    post('draft', '2025-01-01', { draft: true }),
  ]
  const at = Date.parse('2026-11-24T09:00:00Z')
  expect(slugs(publishedAt(all, at - 1))).toEqual(['early'])
  expect(slugs(publishedAt(all, at))).toEqual(['late', 'early'])
})

test('a day without a time means 08:00 UTC', () => {
  expect(instantOf('2026-11-24')).toBe(Date.parse('2026-11-24T08:00:00Z'))
})

test('years are those of UTC, newest first', () => {
  const all = publishedAt([post('a', '2025-12-31T23:30:00Z'), post('b', '2026-01-01T00:00:00Z')], Infinity)
  expect(byYear(all).map(({ year, posts }) => [year, ...slugs(posts)])).toEqual([
    [2026, 'b'],
    [2025, 'a'],
  ])
})

test('neighbours are next to a post in time', () => {
  const all = publishedAt(
    [post('a', '2026-01-01'), post('b', '2026-01-02'), post('c', '2026-01-03')],
    Infinity,
  )
  expect(neighbours(all, 'b')).toMatchObject({ newer: { slug: 'c' }, older: { slug: 'a' } })
  expect(neighbours(all, 'c').newer).toBeUndefined()
  expect(() => neighbours(all, 'nope')).toThrow('no such post')
})

test('related posts share the most tags', () => {
  const one = post('one', '2026-01-01', { tags: ['x', 'y'] })
  const all = [
    one,
    post('both', '2026-01-02', { tags: ['y', 'x'] }),
    post('half', '2026-01-03', { tags: ['y'] }),
    post('none', '2026-01-04'),
  ]
  expect(slugs(related(all, one))).toEqual(['both', 'half'])
})

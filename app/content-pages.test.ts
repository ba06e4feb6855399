import { expect, test } from 'vitest'
import { isInteractive, keptFor } from './content-pages'

test.each([
  ['/', '', 30],
  ['/', 'utm_source=letter&gclid=1&kmi=ann', 30],
  ['/', 'draft=1', undefined],
  ['/blog/one-post', '', 60],
  ['/docs', 'q=alias', undefined],
  ['/user-privacy', '', undefined],
  ['/sites/site_1', '', undefined],
])('%s?%s is kept for %s', (path, query, maxAge) => expect(keptFor(path, query)).toBe(maxAge))

test('an interactive route is a whole path segment', () => {
  expect(isInteractive('/sites/site_1')).toBe(true)
  expect(isInteractive('/sitesmap')).toBe(false)
})

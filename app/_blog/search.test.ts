import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeIndex } from './search.data'

const page = (href: string, title: string, text: string) => ({
  href,
  kind: 'Docs',
  title,
  description: '',
  text,
})
const find = makeIndex([
  page('/docs/install', 'Install the tracker', 'Put one script tag in the head of your pages.'),
  page(
    '/docs/identities',
    'Identities',
    'A person owns identities. Merging two identities is called an alias.',
  ),
  page('/docs/privacy', 'Privacy', 'Cookies, refusals, and what the tracker never touches.'),
])
const hrefs = (query: string) => find(query).map(({ href }) => href)

test.each([
  ['tracker', ['/docs/install', '/docs/privacy']],
  ['TRACKERS', ['/docs/install', '/docs/privacy']],
  ['script tag', ['/docs/install']],
  ['ident', ['/docs/identities']],
  ['merged', ['/docs/identities']],
  ['zebra', []],
  ['', []],
  ['" OR *', []],
])('%j finds %j', (query, wanted) => {
  expect(hrefs(query)).toEqual(wanted)
})

test('marks what was found', () => {
  expect(find('alias')[0]!.excerpt).toContain('⟦alias⟧')
})

test('no query makes it fail', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), query => Array.isArray(find(query))))
})

import { expect, test } from 'vitest'
import { pageTags } from './page-tags'
import { readPage } from './read-page'

const key = '082fe87bbeb80bb6d7bbb3981bf23ea3e3dabb42'
const other = 'c2aadb31bb4ccf2a1f3920fc178af3234baf9ec8'
const siteUrl = 'https://count.example'
const read = (text: string, url = 'https://shop.example/') => readPage({ url, text }, { siteUrl, key })

test.each([
  `<script async src="https://count.example/t.js?k=${key}"></script>`,
  `<SCRIPT SRC='https://count.example/t.js?k=${key}'></SCRIPT>`,
  `<script src=https://count.example/t.js?k=${key}></script>`,
  `<script data-key="${key}" src="//count.example/t.js" defer></script>`,
  `<script src="https://count.example/${key}.2.js"></script>`,
  `<script>var _kmk='${key}';_kms('//count.example/i.js');_kms('//count.example/'+_kmk+'.2.js')</script>`,
  `<script>let a = "</b>"; load("https://count.example/t.js?x=1&amp;k=${key}")</script>`,
  `<p title="a > b"><script data-a='x>y' src="https://count.example/t.js?k=${key}"></script>`,
])('the tracker is in %s', text => {
  expect(read(text).tracker).toBe('found')
})

test.each([
  `<script src="https://count.example/t.js?k=${other}"></script>`,
  '<script src="https://count.example/t.js"></script>',
])('another key is in %s', text => {
  expect(read(text).tracker).toBe('other-key')
})

test.each([
  '',
  `<!-- <script src="https://count.example/t.js?k=${key}"></script> -->`,
  `<script src="https://elsewhere.example/t.js?k=${key}"></script>`,
  `<img src="https://count.example/e?_k=${key}">`,
  `<p>https://count.example/t.js?k=${key}</p>`,
  `<script src="https://count.example/t.js?k=${key}"`,
])('there is none in %s', text => {
  expect(read(text).tracker).toBe('missing')
})

test('on the pages of this deployment itself the address may be relative', () => {
  const page = `<script src="/t.js?k=${key}"></script><a href="../user-privacy">Opt out</a>`
  expect(read(page, 'https://count.example/blog/')).toMatchObject({ tracker: 'found', optOut: true })
})

test.each<[html: string, found: boolean]>([
  ['<a href="https://count.example/user-privacy">x</a>', true],
  ['<a class="small" href=//count.example/user-privacy/?from=shop#out>x</a>', true],
  ['<A HREF="http://count.example/user-privacy">x</A>', true],
  ['<a href="/user-privacy">x</a>', false],
  ['<a href="https://count.example/user-privacy-not">x</a>', false],
  ['<a href="https://count.example/">x</a>', false],
  ['<!-- <a href="https://count.example/user-privacy">x</a> -->', false],
  ['<script>"<a href=https://count.example/user-privacy>"</script>', false],
  ['https://count.example/user-privacy', false],
])('%s is a link to the opt-out page: %s', (html, found) => {
  expect(read(html).optOut).toBe(found)
})

test('a page made to be slow is read once', () => {
  const started = performance.now()
  for (const piece of ['<a "', '<a href="', '<!--', '<script>', '<', "<a b='", '<a =', '<a b b b '])
    pageTags(piece.repeat(2_000_000 / piece.length))
  expect(performance.now() - started).toBeLessThan(15_000)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commentHtml, linksIn } from './markdown'

const rel = 'rel="nofollow ugc noopener"'

test.each([
  ['plain *soft* **loud** `code`', '<p>plain <em>soft</em> <strong>loud</strong> <code>code</code></p>'],
  ['<script>alert(1)</script>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
  ['# No heading', '<p># No heading</p>'],
  ['> said\n\nso', '<blockquote>\n<p>said</p>\n</blockquote>\n<p>so</p>'],
  ['[a](https://a.example)', `<p><a href="https://a.example" ${rel}>a</a></p>`],
  ['[a](javascript:alert(1))', '<p>a</p>'],
  ['[a](mailto:ann@example.com)', '<p>a</p>'],
  ['[a](/staff)', '<p>a</p>'],
  ['[a](//evil.example)', '<p>a</p>'],
  [
    'see https://a.example/x?a=1&b=2.',
    `<p>see <a href="https://a.example/x?a=1&amp;b=2" ${rel}>https://a.example/x?a=1&amp;b=2</a>.</p>`,
  ],
  ['`https://a.example`', '<p><code>https://a.example</code></p>'],
  ['![x](https://a.example/p.png)', `<p>!<a href="https://a.example/p.png" ${rel}>x</a></p>`],
  ['"https://a.example"', `<p>&quot;<a href="https://a.example" ${rel}>https://a.example</a>&quot;</p>`],
])('%s', (text, html) => expect(commentHtml(text)).toBe(html))

test('whatever is typed, only the allowed tags come out, and links lead to http(s)', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '"',
    '[',
    '](',
    ')',
    'javascript:',
    'https://a',
    '`',
    '*',
    '&',
    '\n',
    '> ',
    'onload=',
    '<a href="',
    '![',
    'x',
    ' ',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(piece, { maxLength: 40 }).map(pieces => pieces.join('')),
  )
  const allowed = new RegExp(
    `^(</?(p|em|strong|code|pre|blockquote|ul|ol|li)>|<ol start="\\d+">|<code class="language-[^"<>]*">|<br />|<a href="https?://[^"<>]*" ${rel}>|</a>)$`,
    'i',
  )
  fc.assert(
    fc.property(text, typed => {
      const html = commentHtml(typed)
      const tags = html.match(/<[^>]*>?/g) ?? []
      expect(tags.filter(tag => !allowed.test(tag))).toEqual([])
    }),
    { numRuns: 500 },
  )
})

test('links are counted however they are written', () => {
  expect(linksIn('https://a.example [b](http://b.example) <https://c.example> `https://no.example`')).toBe(3)
})

import { describe, expect, it } from 'vitest'
import { matchesPattern, urlParts } from './patterns'

const pages = ['en/san-francisco', 'en/new-york', 'es/barcelona', 'es/madrid'].flatMap(city =>
  ['view', 'view/contact', 'view/submit'].map(page => `https://www.example.com/${city}/${page}`),
)
const matched = (pattern: string, urls = pages, hosts = true) =>
  urls
    .filter(url => matchesPattern(pattern, url, hosts))
    .map(url => url.slice('https://www.example.com'.length))

describe('wildcard patterns', () => {
  it.each([
    ['/en/*/view', ['/en/san-francisco/view', '/en/new-york/view']],
    [
      '/*/view/contact',
      [
        '/en/san-francisco/view/contact',
        '/en/new-york/view/contact',
        '/es/barcelona/view/contact',
        '/es/madrid/view/contact',
      ],
    ],
    ['/*/san-francisco/*/contact', ['/en/san-francisco/view/contact']],
    ['*/view/*', []],
    ['/*/*/view', []],
  ])('%s', (pattern, expected) => expect(matched(pattern)).toEqual(expected))

  it('/*/view/* is all twelve, with the bare ones', () => expect(matched('/*/view/*')).toHaveLength(12))

  it('/*/view/*/* is the eight below them', () => {
    const found = matched('/*/view/*/*')
    expect(found).toHaveLength(8)
    expect(found.some(path => path.endsWith('/view'))).toBe(false)
  })

  it.each(['/*?source=*', '/*/?source=*'])('%s is any page with a source', pattern => {
    const urls = ['https://www.example.com/a/?source=fb', 'https://www.example.com/?x=1&source=mail']
    expect(
      matched(pattern, [...urls, 'https://www.example.com/a?source=', 'https://www.example.com/a']),
    ).toEqual(['/a/?source=fb', '/?x=1&source=mail'])
  })

  it('a query in the pattern leaves room for other parameters', () => {
    const at = (query: string) => matched('/en/san-francisco/view/?source=fb', [`${pages[0]}${query}`]).length
    expect(at('?source=fb')).toBe(1)
    expect(at('/?a=1&source=fb&b=2#part')).toBe(1)
    expect(at('?source=mail')).toBe(0)
    expect(at('')).toBe(0)
  })

  it('ignores case, an index or home page and a slash at the end', () => {
    for (const url of ['/Shop/', '/shop/index.html', '/shop/home.php?x=1', '/SHOP#top'])
      expect(matchesPattern('/shop', `https://a.example${url}`, true), url).toBe(true)
    expect(matchesPattern('/', 'https://a.example/index.html', true)).toBe(true)
    expect(matchesPattern('/', 'https://a.example/shop', true)).toBe(false)
  })

  it('looks at the host where the pattern names one and the site says so', () => {
    const on = (pattern: string) => matchesPattern(pattern, 'https://shop.example.com/cart', true)
    expect(on('shop.example.com/cart')).toBe(true)
    expect(on('https://*.example.com/*')).toBe(true)
    expect(on('www.example.com/cart')).toBe(false)
    expect(on('/cart')).toBe(true)
    expect(matchesPattern('www.example.com/cart', 'https://shop.example.com/cart', false)).toBe(true)
  })
})

describe('URL parts', () => {
  it('takes an address apart', () =>
    expect(urlParts('https://me:pw@a.example:8080/x/y?b=1&c=d%20e#f?g')).toEqual({
      scheme: 'https',
      host: 'a.example',
      port: '8080',
      path: '/x/y',
      query: 'b=1&c=d%20e',
      anchor: 'f?g',
      params: { b: '1', c: 'd e' },
    }))

  it('leaves absent parts empty', () =>
    expect(urlParts('/only?x')).toMatchObject({
      scheme: '',
      host: '',
      port: '',
      path: '/only',
      params: { x: '' },
    }))
})

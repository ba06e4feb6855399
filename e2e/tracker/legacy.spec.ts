import { key } from './origins'
import { expect, kmCookies, legacySnippet, push, snippet, test } from './test'

test('a page that embeds Kissmetrics works with the host changed', async ({ page, origins }) => {
  origins.reset({ automatic: { visitedSite: true } })
  const kissmetrics = `<script>
    var _kmq = _kmq || []; var _kmk = _kmk || '{{key}}';
    function _kms(u) { setTimeout(function () { var d = document, f = d.getElementsByTagName('script')[0], s = d.createElement('script');
      s.type = 'text/javascript'; s.async = true; s.src = u; f.parentNode.insertBefore(s, f) }, 1) }
    _kms('{{tracker}}/i.js'); _kms('{{tracker}}/{{key}}.2.js');
    _kmq.push(['identify', 'bob']); _kmq.push(['record', 'Looked', { colour: 'red' }])</script>`
  await page.goto(origins.page('/', kissmetrics))
  await expect.poll(() => origins.hits.map(hit => hit._n)).toEqual(['Looked', 'Visited Site'])
  expect(origins.hits[0]).toMatchObject({ _p: 'bob', colour: 'red', _k: key })
  expect(await page.evaluate('typeof KM')).toBe('object')
})

for (const version of [1, 2])
  test(`KEY.${version}.js works without i.js`, async ({ page, origins }) => {
    await page.goto(origins.page('/', `<script async src="{{tracker}}/{{key}}.${version}.js"></script>`))
    await push(page, ['record', 'Looked'])
    await expect.poll(() => origins.hits.map(hit => hit._n)).toEqual(['Looked'])
  })

test('what a page queues while it still loads comes before, and after the library’s own', async ({
  page,
  origins,
}) => {
  origins.reset({ automatic: { pageView: true } })
  await page.goto(
    origins.page(
      '/',
      `<script>_kmq = [['record', 'Before']]</script><script src="{{tracker}}/{{key}}.2.js"></script><script>window.early = Array.isArray(_kmq); _kmq.push(['record', 'While loading'])</script>`,
    ),
  )
  await push(page, ['record', 'After'])
  await expect
    .poll(() => origins.hits.map(hit => hit._n))
    .toEqual(['Before', 'Page View', 'While loading', 'After'])
  expect(await page.evaluate('early')).toBe(true)
})

test('a document that does not end is waited for no longer than a second', async ({ page, origins }) => {
  await page.route('**/never.js', () => {})
  await page.goto(
    origins.page(
      '/',
      `<script src="{{tracker}}/{{key}}.2.js"></script><script>_kmq.push(['record', 'Looked'])</script><script src="/never.js"></script>`,
    ),
    { waitUntil: 'commit' },
  )
  await expect.poll(() => origins.hits.map(hit => hit._n)).toEqual(['Looked'])
})

test('i.js alone, and its opt-out when it comes last', async ({ page, origins }) => {
  await page.route('**/i.js', async route => {
    await new Promise(done => setTimeout(done, 500))
    await route.fulfill({
      contentType: 'text/javascript',
      body: 'window._kmo="opt-out";window._kmil&&_kmil()',
    })
  })
  await page.goto(origins.page('/', `${legacySnippet}`))
  await page.waitForFunction('window._kmo')
  await push(page, ['record', 'Looked'])
  await page.waitForTimeout(300)
  expect(origins.hits).toEqual([])
  expect(await kmCookies(page)).toEqual({})
})

for (const [name, body] of Object.entries({ 't.js': snippet, 'KEY.2.js': legacySnippet }))
  test.describe(`KM of ${name}`, () => {
    test('has its functions', async ({ page, origins }) => {
      await page.goto(`${origins.page('/path', body)}?a=1#/part`, { referer: 'https://elsewhere.example/x' })
      await push(page)
      const got = await page.evaluate(
        `new Promise(done => _kmq.push(() => done({
          i: KM.i(), again: KM.i(), ai: KM.gc('ai'), ni: KM.gc('ni') || '', ts: KM.ts(), u: KM.u(), rf: KM.rf(),
          um: [KM.um('/path'), KM.um('/path?a=*'), KM.um('/pa*', 'https://x.example/other')], urm: [KM.urm('path\\\\?a=\\\\d'), KM.urm('^/path')],
          parts: KM.uprts('http://h:1/p?x=y#z'), p: KM.p({ a: null, b: [1, 2], c: { d: 1 }, e: () => 1, 'f g': 'h&i', n: 0 }) })))`,
      )
      expect(got).toMatchObject({
        ni: '',
        u: `${origins.site}/path?a=1#/part`,
        rf: 'https://elsewhere.example/x',
        um: [true, true, false],
        urm: [true, false],
        parts: {
          scheme: 'http',
          host: 'h',
          port: '1',
          path: '/p',
          query: 'x=y',
          anchor: 'z',
          params: { x: 'y' },
        },
        p: 'a=&b=1%2C2&f%20g=h%26i&n=0',
      })
      const { i, again, ai, ts } = got as { i: string; again: string; ai: string; ts: number }
      expect([again, ai]).toEqual([i, i])
      expect(Math.abs(ts - Date.now() / 1000)).toBeLessThan(5)
    })

    test('has the events of plans and bills', async ({ page, origins }) => {
      await page.goto(origins.page('/', body))
      await push(
        page,
        ['signedUp', 'Gold', { from: 'ad', blank: '', deep: {}, list: [1] }],
        ['upgraded', 'Platinum'],
        ['downgraded', 'Gold'],
        ['billed', 9.9, 'Monthly', { currency: 'EUR' }],
        ['canceled', { why: 'price' }],
        ['cancelled'],
        ['pageView'],
      )
      await expect.poll(() => origins.hits.length).toBe(7)
      expect(origins.hits.map(hit => hit._n)).toEqual([
        'Signed Up',
        'Upgraded',
        'Downgraded',
        'Billed',
        'Canceled',
        'Canceled',
        'Page View',
      ])
      expect(origins.hits[0]).toMatchObject({ 'Plan Name': 'Gold', from: 'ad' })
      for (const name of ['blank', 'deep', 'list']) expect(origins.hits[0]).not.toHaveProperty(name)
      expect(origins.hits[3]).toMatchObject({
        'Billing Amount': '9.9',
        'Billing Description': 'Monthly',
        currency: 'EUR',
      })
      expect(origins.hits[4]!.why).toBe('price')
    })

    test('draws A/B variants by the documented bucket', async ({ page, origins }) => {
      origins.reset({ abMode: 'legacy' })
      const abi = encodeURIComponent('qUqP5cyxm6YcTAhz05Hph5gvu9M=')
      await page.context().addCookies([{ name: 'km_abi', value: abi, url: origins.site }])
      await page.goto(origins.page('/', body))
      await push(page)
      const drawn = await page.evaluate(
        `new Promise(done => _kmq.push(() => done([KM.ab('colour', ['red', 'blue']), KM.ab('colour', ['red', 'blue']),
          KM.ab('size', { small: 90, large: 10 }), KM.ab('none', []), KM.ab('', ['a'])])))`,
      )
      expect(drawn).toEqual(['blue', 'blue', 'small', null, null])
      await expect.poll(() => origins.hits.length).toBe(2)
      expect(origins.hits[0]).toMatchObject({ colour: 'blue' })
      expect(origins.hits[1]).toMatchObject({ size: 'small' })
    })

    test('keeps a visitor in their variant', async ({ page, origins }) => {
      const url = origins.page('/', body)
      const draw =
        "new Promise(done => _kmq.push(['ab', 'colour', ['a', 'b', 'c', 'd', 'e', 'f', 'g'], done]))"
      await page.goto(url)
      await push(page)
      const first = await page.evaluate(draw)
      expect((await kmCookies(page)).km_abi).toMatch(/=$/)
      await page.goto(url)
      await push(page)
      expect(await page.evaluate(draw)).toBe(first)
    })
  })

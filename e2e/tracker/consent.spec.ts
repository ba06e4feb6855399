import type { Page } from '@playwright/test'
import type { Origins } from './origins'
import { aWhile, expect, kmCookies, legacySnippet, push, snippet, test } from './test'
import { withThirdPartyCookies } from './third-party-cookies'

const everything = {
  automatic: {
    pageView: true,
    visitedSite: true,
    referrer: true,
    returning: true,
    engagement: true,
    outbound: true,
    vitals: true,
  },
}

/** Uses a page in every way that could send or set something. */
async function use(page: Page, origins: Origins, body: string): Promise<void> {
  await page.goto(origins.page('/', `${body}<a id="out" href="https://elsewhere.example">out</a>`))
  await push(
    page,
    ['record', 'Bought'],
    ['set', { plan: 'gold' }],
    ['identify', 'bob'],
    ['alias', 'a', 'b'],
    ['trackClick', 'out', 'Left'],
  )
  await page.evaluate("history.pushState(null, '', '/second')")
  await page.waitForTimeout(aWhile)
}

async function expectNothing(page: Page, origins: Origins): Promise<void> {
  expect(origins.hits).toEqual([])
  expect(await kmCookies(page)).toEqual({})
  const scripts = /^GET \/(t\.js(\?k=\w+)?|i\.js|\w+\.2\.js)$/
  expect(origins.requests.filter(request => !scripts.test(request))).toEqual([])
}

for (const [name, body] of Object.entries({ 't.js': snippet, 'i.js and KEY.2.js': legacySnippet }))
  test.describe(name, () => {
    test.beforeEach(({ origins }) => origins.reset(everything))

    test('sends and sets nothing after the opt-out from every site, until the opt-in', async ({
      launchOptions,
      origins,
    }) => {
      await withThirdPartyCookies(launchOptions, async page => {
        await page.goto(`${origins.tracker}/out`)
        origins.requests = []
        await use(page, origins, body)
        await expectNothing(page, origins)
        expect(await page.evaluate('KM.status()')).toMatchObject({ tracking: false, reason: 'opt-out' })

        await page.goto(`${origins.tracker}/in`)
        await use(page, origins, body)
        expect(origins.hits.map(hit => hit._n)).toContain('Bought')
      })
    })

    test('sends and sets nothing under Global Privacy Control, by the property', async ({
      page,
      origins,
    }) => {
      await page.addInitScript(() =>
        Object.defineProperty(navigator, 'globalPrivacyControl', { value: true, configurable: true }),
      )
      await use(page, origins, body)
      await expectNothing(page, origins)
      expect(await page.evaluate('KM.status().reason')).toBe('gpc')
    })

    test('sends and sets nothing under Global Privacy Control, by the header', async ({ page, origins }) => {
      await page.setExtraHTTPHeaders({ 'sec-gpc': '1' })
      await use(page, origins, body)
      await expectNothing(page, origins)
    })

    for (const by of ['property', 'header'])
      for (const honourDnt of [true, false])
        test(`Do Not Track by the ${by} ${honourDnt ? 'stops a site that honours it' : 'changes nothing elsewhere'}`, async ({
          page,
          origins,
        }) => {
          origins.reset({ ...everything, honourDnt })
          if (by === 'header') await page.setExtraHTTPHeaders({ dnt: '1' })
          else
            await page.addInitScript(() =>
              Object.defineProperty(navigator, 'doNotTrack', { value: '1', configurable: true }),
            )
          await use(page, origins, body)
          if (honourDnt) await expectNothing(page, origins)
          else expect(origins.hits.map(hit => hit._n)).toContain('Bought')
        })

    test("a site's own opt-out holds at once, on every later page, and can be taken back", async ({
      page,
      origins,
    }) => {
      await page.goto(origins.page('/', body))
      await push(page, ['record', 'Before'], ['identify', 'bob'])
      await expect.poll(() => origins.hits.length).toBeGreaterThan(1)
      await page.evaluate("_kmq.push(['record', 'Not sent yet']); KM.optOut()")
      await page.waitForTimeout(aWhile)
      expect(origins.hits.map(hit => hit._n)).not.toContain('Not sent yet')
      expect(await kmCookies(page)).toEqual({ km_optout: '1' })
      expect(await page.evaluate('KM.status()')).toEqual({
        tracking: false,
        reason: 'site-opt-out',
        cookies: true,
      })

      origins.hits = []
      await use(page, origins, body)
      expect(origins.hits).toEqual([])
      expect(await kmCookies(page)).toEqual({ km_optout: '1' })

      await page.evaluate('KM.optIn()')
      await push(page, ['record', 'After'])
      await expect.poll(() => origins.hits.map(hit => hit._n)).toContain('After')
      expect(origins.hits.find(hit => hit._n === 'After')!._p).not.toBe('bob')
      expect((await kmCookies(page)).km_optout).toBeUndefined()
    })
  })

test('an opt-out without cookies holds for the page', async ({ page, origins }) => {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setDocumentCookieDisabled', { disabled: true })
  await page.goto(origins.page('/', snippet))
  await page.waitForFunction('window.KM')
  await page.evaluate('KM.optOut()')
  await push(page, ['record', 'Bought'])
  await page.waitForTimeout(aWhile)
  expect(origins.hits).toEqual([])
  expect(await page.evaluate('KM.status()')).toEqual({
    tracking: false,
    reason: 'site-opt-out',
    cookies: false,
  })
})

test('an unknown key records nothing and breaks nothing', async ({ page, origins }) => {
  const unknown = snippet.replace('{{key}}', 'd'.repeat(40))
  await page.goto(origins.page('/', unknown))
  await push(page, ['record', 'Bought'])
  await page.waitForTimeout(aWhile)
  expect(origins.hits).toEqual([])
  expect(await page.evaluate('KM.status().reason')).toBe('unknown-key')
})

test("a refused page's own functions still run, with its callbacks and the first variant", async ({
  page,
  origins,
}) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }))
  await page.goto(origins.page('/', legacySnippet))
  await page.waitForFunction('window._kmq && !Array.isArray(_kmq)')
  const [called, variant] = await page.evaluate<[boolean, string]>(`
    (() => { let called = false, variant
      _kmq.push(['record', 'Bought', {}, () => { called = true }])
      _kmq.push(() => { variant = KM.ab('colour', ['red', 'blue']) })
      return [called, variant] })()`)
  expect(called).toBe(true)
  expect(variant).toBe('red')
  expect(await kmCookies(page)).toEqual({})
})

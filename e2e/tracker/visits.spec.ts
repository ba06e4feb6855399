import type { Page } from '@playwright/test'
import { expect, kmCookies, push, setHidden, snippet, test } from './test'

const all = {
  visitedSite: true,
  pageView: true,
  referrer: true,
  searchEngine: true,
  campaigns: true,
  urlApi: true,
  returning: true,
}

/** Opens a page as if a link at `referrer` had been followed. */
const arrive = (page: Page, url: string, referrer: string) => page.goto(url, { referer: referrer })

test('the automatic events come after what the page queued, in their order', async ({ page, origins }) => {
  origins.reset({ automatic: all })
  const url = origins.page('/', `<script>_kmq = [['record', 'Of the page']]</script>${snippet}`)
  await page.context().addCookies([{ name: 'km_lv', value: '1000000000', url: origins.site }])
  await arrive(
    page,
    `${url}?kme=Tagged&km_Link+Location=top&utm_source=news&gclid=x`,
    'https://www.google.com/search?q=two+words',
  )
  await push(page, ['record', 'Pushed later'])
  await expect.poll(() => origins.hits.length).toBe(9)
  expect(
    origins.hits.map(hit => hit._n ?? Object.keys(hit).find(name => /^(Referrer|returning)$/.test(name))),
  ).toEqual([
    'Of the page',
    'Tagged',
    'Page View',
    'Visited Site',
    'Referrer',
    'Search Engine Hit',
    'Ad Campaign Hit',
    'returning',
    'Pushed later',
  ])
  const [, tagged, , visit, referrer, search, campaign, returning] = origins.hits
  expect(tagged).toMatchObject({ 'Link Location': 'top' })
  expect(visit).toMatchObject({ Referrer: 'https://www.google.com/search?q=two+words' })
  expect(referrer).toMatchObject({ Referrer: 'https://www.google.com/search?q=two+words' })
  expect(search).toMatchObject({ 'Search Engine': 'Google', 'Search Terms': 'two words' })
  expect(campaign).toMatchObject({ 'Campaign Source': 'news' })
  expect(campaign!.URL).toContain('/?kme=Tagged')
  expect(returning).toMatchObject({ returning: '1' })
})

test('Visited Site starts a session once, and again after 30 minutes without a page', async ({
  page,
  origins,
}) => {
  origins.reset({ automatic: { visitedSite: true } })
  const url = origins.page('/', snippet)
  await page.goto(url)
  await expect.poll(() => origins.hits.length).toBe(1)
  const left = (await page.context().cookies()).find(cookie => cookie.name === 'km_vs')!
  expect(left.expires - Date.now() / 1000).toBeGreaterThan(1700)
  expect(left.expires - Date.now() / 1000).toBeLessThan(1801)
  await page.goto(url)
  await push(page, ['record', 'Same session'])
  await expect.poll(() => origins.hits.length).toBe(2)
  await page.context().clearCookies({ name: 'km_vs' })
  await page.goto(url)
  await expect
    .poll(() => origins.hits.map(hit => hit._n))
    .toEqual(['Visited Site', 'Same session', 'Visited Site'])
})

test('the referrer is no property when the visitor comes from the same host', async ({ page, origins }) => {
  origins.reset({ automatic: { referrer: true } })
  const url = origins.page('/', snippet)
  await arrive(page, url, `${origins.site}/before`)
  await push(page, ['record', 'Looked'])
  await expect.poll(() => origins.hits.map(hit => hit._n)).toEqual(['Looked'])
  await arrive(page, url, 'https://www.example.com/x')
  await expect.poll(() => origins.hits.length).toBe(2)
  expect(origins.hits[1]!.Referrer).toBe('https://www.example.com/x')
})

test('a page may name its own referrer', async ({ page, origins }) => {
  origins.reset({ automatic: { pageView: true } })
  await page.goto(origins.page('/', `<script>KM_REFERRER = 'https://partner.example/'</script>${snippet}`))
  await expect.poll(() => origins.hits[0]?.Referrer).toBe('https://partner.example/')
})

test.describe('the page decides with KM_SKIP_…', () => {
  const skips = {
    KM_SKIP_VISITED_SITE: 'Visited Site',
    KM_SKIP_PAGE_VIEW: 'Page View',
    KM_SKIP_URL: 'Tagged',
    KM_SKIP_SEARCH_ENGINE: 'Search Engine Hit',
    KM_SKIP_UTM: 'Ad Campaign Hit',
  }
  for (const [variable, event] of Object.entries(skips))
    test(`${variable} leaves out ${event} alone`, async ({ page, origins }) => {
      origins.reset({ automatic: { ...all, referrer: false, returning: false } })
      const url = origins.page('/', `<script>${variable} = 1</script>${snippet}`)
      await arrive(page, `${url}?kme=Tagged&utm_source=a`, 'https://www.google.com/search?q=x')
      await push(page, ['record', 'Last'])
      await expect.poll(() => origins.hits.at(-1)?._n).toBe('Last')
      const expected = [...Object.values(skips), 'Last'].filter(name => name !== event).sort()
      expect(origins.hits.map(hit => hit._n).sort()).toEqual(expected)
    })

  test('a page view that the site has off can be on for a page', async ({ page, origins }) => {
    await page.goto(origins.page('/', `<script>KM_SKIP_PAGE_VIEW = 0</script>${snippet}`))
    await expect.poll(() => origins.hits.map(hit => hit._n)).toEqual(['Page View'])
  })
})

for (const [query, expected] of [
  ['kmi=bob', []],
  ['kme=Came', ['Came']],
  ['km_source=mail', ['set']],
  ['kme=Came&kmi=bob', ['Came']],
  ['kme=Came&km_source=mail', ['Came']],
  ['kmi=bob&km_source=mail', ['set']],
  ['km_i=bob&km_e=Came&kmsource=mail', ['Came']],
] as const)
  test(`a link tagged ${query}`, async ({ page, origins }) => {
    origins.reset({ automatic: { urlApi: true } })
    await page.goto(`${origins.page('/', snippet)}?${query}`)
    await push(page, ['record', 'Last'])
    await expect.poll(() => origins.hits.map(hit => hit._n ?? 'set')).toEqual([...expected, 'Last'])
    if (query.includes('bob')) expect(origins.hits.every(hit => hit._p === 'bob')).toBe(true)
    if (query.includes('mail')) expect(origins.hits[0]!.source).toBe('mail')
  })

test('a tag of the campaign is named as in Kissmetrics', async ({ page, origins }) => {
  origins.reset({ automatic: { campaigns: true } })
  const url = origins.page('/', snippet)
  await page.goto(`${url}?utm_source=s&utm_medium=m&utm_campaign=c&utm_term=t&utm_content=n`)
  await expect
    .poll(() => origins.hits[0])
    .toMatchObject({
      _n: 'Ad Campaign Hit',
      'Campaign Source': 's',
      'Campaign Medium': 'm',
      'Campaign Name': 'c',
      'Campaign Terms': 't',
      'Campaign Content': 'n',
    })
  await page.goto(`${url}?gclid=abc`)
  await expect.poll(() => origins.hits.length).toBe(2)
  expect(Object.keys(origins.hits[1]!).filter(name => name.startsWith('Campaign'))).toEqual([])
})

for (const [referrer, engine, terms] of [
  ['https://www.bing.com/search?q=blue+suede', 'Bing', 'blue suede'],
  ['https://search.yahoo.com/search?p=shoes', 'Yahoo', 'shoes'],
  ['https://search.aol.com/aol/search?query=shoes', 'AOL', 'shoes'],
  ['https://www.dogpile.com/dogpile/ws/results/Web/blue%20suede/1', 'Dogpile', 'blue suede'],
  ['https://duckduckgo.com/?q=shoes', 'DuckDuckGo', 'shoes'],
] as const)
  test(`${engine} is known by its address and the term in it`, async ({ page, origins }) => {
    origins.reset({ automatic: { searchEngine: true } })
    await arrive(page, origins.page('/', snippet), referrer)
    await expect.poll(() => origins.hits[0]).toMatchObject({ 'Search Engine': engine, 'Search Terms': terms })
  })

test('a search engine without a term is no hit', async ({ page, origins }) => {
  origins.reset({ automatic: { searchEngine: true } })
  await arrive(page, origins.page('/', snippet), 'https://www.google.com/')
  await push(page, ['record', 'Last'])
  await expect.poll(() => origins.hits.map(hit => hit._n)).toEqual(['Last'])
})

test.describe('Returning', () => {
  test.beforeEach(({ origins }) => origins.reset({ automatic: { returning: true } }))

  test('is not said of a first visit, and its time is kept', async ({ page, origins }) => {
    await page.goto(origins.page('/', snippet))
    await push(page, ['record', 'Last'])
    await expect.poll(() => origins.hits.map(hit => hit._n)).toEqual(['Last'])
    expect(Number((await kmCookies(page)).km_lv)).toBeGreaterThan(1_700_000_000)
  })

  test('is said once', async ({ page, origins }) => {
    const hourAgo = Math.round(Date.now() / 1000) - 3600
    await page.context().addCookies([{ name: 'km_lv', value: String(hourAgo), url: origins.site }])
    const url = origins.page('/', snippet)
    await page.goto(url)
    await expect.poll(() => origins.hits.map(hit => hit.returning)).toEqual(['1'])
    expect((await kmCookies(page)).km_lv).toBe('x')
    await page.goto(url)
    await push(page, ['record', 'Last'])
    await expect.poll(() => origins.hits.length).toBe(2)
  })

  test('is said of one who is known by name', async ({ page, origins }) => {
    await page.context().addCookies([{ name: 'km_ni', value: 'bob', url: origins.site }])
    await page.goto(origins.page('/', snippet))
    await expect.poll(() => origins.hits[0]).toMatchObject({ returning: '1', _p: 'bob' })
  })
})

test('engagement is the time in view and the furthest scrolling', async ({ page, origins }) => {
  origins.reset({ automatic: { engagement: true } })
  await page.goto(origins.page('/', `${snippet}<div style="height: 4000px"></div>`))
  await page.waitForFunction('window.KM')
  await page.mouse.wheel(0, 1200)
  await page.waitForFunction('scrollY > 1000')
  await page.evaluate('scrollTo(0, 0)')
  await page.waitForTimeout(1200)
  await setHidden(page, true)
  await expect.poll(() => origins.hits.length).toBe(1)
  const [engaged] = origins.hits
  expect(engaged).toMatchObject({ _n: 'Engaged', 'Viewed URL': `${origins.site}/` })
  expect(Number(engaged!['Engaged Seconds'])).toBeGreaterThanOrEqual(1)
  expect(Number(engaged!['Engaged Seconds'])).toBeLessThan(10)
  expect(Number(engaged!['Scroll Depth'])).toBeGreaterThan(40)
  expect(Number(engaged!['Scroll Depth'])).toBeLessThan(70)

  await page.waitForTimeout(3500)
  await setHidden(page, false)
  await setHidden(page, true)
  await page.waitForTimeout(200)
  const seconds = origins.hits.slice(1).reduce((sum, hit) => sum + Number(hit['Engaged Seconds']), 0)
  expect(seconds, 'hidden time does not count').toBeLessThan(3)
})

test('how the page felt is recorded once, where the site wants it', async ({ page, origins }) => {
  origins.reset({ automatic: { vitals: true } })
  const body = `<h1>A page</h1><button>wait</button><p id="low">low</p>${snippet}<script>
    document.querySelector('button').onclick = () => { const end = performance.now() + 120; while (performance.now() < end); }
    setTimeout(() => document.querySelector('h1').style.marginTop = '200px', 600)</script>`
  await page.goto(origins.page('/', body))
  await page.waitForFunction('window.KM && KM.ab')
  await page.waitForTimeout(900)
  await page.click('button')
  await page.waitForTimeout(300)
  await setHidden(page, true)
  await setHidden(page, false)
  await setHidden(page, true)
  await expect.poll(() => origins.hits.map(hit => hit._n)).toEqual(['Web Vitals'])
  const { LCP, FCP, CLS, INP, TTFB } = origins.hits[0]!
  expect(Number(FCP)).toBeGreaterThan(0)
  expect(Number(LCP)).toBeGreaterThanOrEqual(Number(FCP))
  expect(Number(TTFB)).toBeGreaterThan(0)
  expect(Number(TTFB)).toBeLessThanOrEqual(Number(FCP))
  expect(Number(CLS)).toBeGreaterThan(0.01)
  expect(Number(INP)).toBeGreaterThanOrEqual(100)
  expect(Number(INP)).toBeLessThan(5000)
})

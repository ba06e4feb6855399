import { expect, setHidden, snippet, test } from './test'

test.beforeEach(({ origins }) => origins.reset({ automatic: { pageView: true } }))

test('each new address is a page, with the one before as its referrer', async ({ page, origins }) => {
  await page.goto(origins.page('/', snippet))
  await expect.poll(() => origins.hits.length).toBe(1)
  await page.evaluate("history.pushState({}, '', '/two?x=1')")
  await page.evaluate("history.pushState({}, '', '/two?x=1#part')")
  await page.evaluate("history.replaceState({}, '', '/three')")
  await page.evaluate("history.replaceState({ scroll: 9 }, '')")
  await page.evaluate("location.hash = 'part'")
  await page.goBack()
  await page.goBack()
  await page.goBack()
  const path = (url: string) => url.replace(origins.site, '')
  await expect
    .poll(() => origins.hits.map(hit => [path(hit['Viewed URL']!), path(hit.Referrer!)]))
    .toEqual([
      ['/', 'Direct'],
      ['/two?x=1', '/'],
      ['/three', '/two?x=1'],
      ['/two?x=1', '/three'],
      ['/', '/two?x=1'],
    ])
})

test('a route in the fragment is a page, a place in the page is not', async ({ page, origins }) => {
  await page.goto(origins.page('/', snippet))
  await expect.poll(() => origins.hits.length).toBe(1)
  await page.evaluate("location.hash = '#/settings'")
  await expect.poll(() => origins.hits.length).toBe(2)
  await page.evaluate("location.hash = 'top'")
  await expect.poll(() => origins.hits.length).toBe(3)
  await page.evaluate("location.hash = 'bottom'")
  await page.waitForTimeout(200)
  expect(origins.hits.map(hit => hit['Viewed URL']!.replace(origins.site, ''))).toEqual([
    '/',
    '/#/settings',
    '/',
  ])
})

test('time in view is of the page it was spent on', async ({ page, origins }) => {
  origins.reset({ automatic: { engagement: true } })
  await page.goto(origins.page('/', snippet))
  await page.waitForFunction('window.KM')
  await page.waitForTimeout(1100)
  await page.evaluate("history.pushState({}, '', '/two')")
  await expect.poll(() => origins.hits.map(hit => hit['Viewed URL'])).toEqual([`${origins.site}/`])
  await page.waitForTimeout(1100)
  await setHidden(page, true)
  await expect
    .poll(() => origins.hits.map(hit => hit['Viewed URL']))
    .toEqual([`${origins.site}/`, `${origins.site}/two`])
})

test('rules look at each new page', async ({ page, origins }) => {
  origins.reset({ rules: [{ kind: 'visit', match: '/shop/*', event: 'Browsed', properties: {} }] })
  await page.goto(origins.page('/', snippet))
  await page.waitForFunction('window.KM && KM.ab')
  await page.evaluate("history.pushState({}, '', '/shop/boots')")
  await page.evaluate("history.pushState({}, '', '/about')")
  await page.evaluate("history.pushState({}, '', '/shop/shoes')")
  await expect.poll(() => origins.hits.map(hit => hit._n)).toEqual(['Browsed', 'Browsed'])
})

test('the history works as before for the page', async ({ page, origins }) => {
  await page.goto(origins.page('/', snippet))
  await page.waitForFunction('window.KM')
  const state = await page.evaluate(() => {
    history.pushState({ a: 1 }, '', '/two')
    return [history.state, location.pathname]
  })
  expect(state).toEqual([{ a: 1 }, '/two'])
  await expect(page.evaluate("history.pushState({}, '', 'https://elsewhere.example/')")).rejects.toThrow(
    'SecurityError',
  )
})

test('a page that comes back from the cache of the browser is a page again', async ({ page, origins }) => {
  await page.goto(origins.page('/', snippet))
  await expect.poll(() => origins.hits.length).toBe(1)
  await page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
  await expect.poll(() => origins.hits.length).toBe(2)
})

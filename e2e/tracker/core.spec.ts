import { expect, snippet, test } from './test'

test('a page that names its key is recorded with an anonymous identity', async ({ page, origins }) => {
  origins.reset({ automatic: { pageView: true, visitedSite: true } })
  await page.goto(origins.page('/start', '<script defer src="{{tracker}}/t.js" data-key="{{key}}"></script>'))
  await expect.poll(() => origins.hits.map(hit => hit._n)).toEqual(['Page View', 'Visited Site'])
  const [view, visit] = origins.hits
  expect(view).toMatchObject({ 'Viewed URL': `${origins.site}/start`, Referrer: 'Direct', door: '/c' })
  expect(view!._p).toMatch(/^[A-Za-z0-9+/]{27}=$/)
  expect(visit!._p).toBe(view!._p)
  const cookies = await page.context().cookies()
  expect(cookies.map(cookie => cookie.name).sort()).toEqual(['km_ai', 'km_vs'])
  expect(decodeURIComponent(cookies.find(cookie => cookie.name === 'km_ai')!.value)).toBe(view!._p)
})

test('what the page queued runs first, and what it pushes later runs at once', async ({ page, origins }) => {
  origins.reset({ automatic: { pageView: true } })
  await page.goto(
    origins.page(
      '/',
      `<script>_kmq = [['identify', 'bob'], ['record', 'Early', { list: [1, 2], none: null, deep: {}, n: 1 }]]</script>${snippet}`,
    ),
  )
  await expect.poll(() => origins.hits.length).toBe(2)
  await page.evaluate("_kmq.push(['record', 'Late'], ['set', { plan: 'gold' }])")
  await expect
    .poll(() => origins.hits.map(hit => hit._n ?? 'set'))
    .toEqual(['Early', 'Page View', 'Late', 'set'])
  expect(new Set(origins.hits.map(hit => hit._p))).toEqual(new Set(['bob']))
  expect(origins.hits[0]).toMatchObject({ list: '1,2', none: '', n: '1' })
  expect(origins.hits[0]).not.toHaveProperty('deep')
})

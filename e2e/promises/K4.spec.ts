import { withBlockedCookies } from '../testing/blocked-cookies'
import { expect, test, viewsOf } from './clients'

test('K4: with cookies blocked, pages are stored under no identity and count nobody as a person', async ({
  ann,
  page,
  launchOptions,
}) => {
  await withBlockedCookies(launchOptions, async blocked => {
    for (const path of ['/', '/second']) {
      await blocked.goto(`${ann.origin}${path}`)
      await viewsOf(ann, path === '/' ? 1 : 2)
    }
  })
  const views = await viewsOf(ann, 2)
  expect(views.map(view => view['viewed url'])).toEqual([`${ann.origin}/`, `${ann.origin}/second`])
  // An identity of its own for each would be a way to tell them apart, and two people; none is neither.
  expect(views.map(view => view._p ?? '')).toEqual(['', ''])
  await ann.openAsOwner(page, 'live')
  const total = async (calculation: 'people' | 'times') => {
    const query = new URLSearchParams({ calculation, 'first.event': 'page view', range: '7', format: 'json' })
    const asked = await page.request.get(`/sites/${ann.siteId}/reports/metrics/data?${query}`)
    return (await asked.json()).answer.total.value
  }
  expect([await total('people'), await total('times')]).toEqual([0, 2])
})

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
  const csv = await page.request.get(`/sites/${ann.siteId}/metric.csv?event=page+view&range=7`)
  const [head = '', ...days] = (await csv.text()).trim().split(/\r?\n/)
  const columns = head.toLowerCase().split(',')
  const sum = (name: RegExp) => {
    const place = columns.findIndex(column => name.test(column))
    expect(place, head).toBeGreaterThanOrEqual(0)
    return days.reduce((total, line) => total + Number(line.split(',')[place]), 0)
  }
  expect([sum(/people/), sum(/count|times|views/)]).toEqual([0, 2])
})

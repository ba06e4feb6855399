import { expect, test, viewsOf } from './clients'

test('K3: an anonymous visit, a name, a second device: one person, in order', async ({
  ann,
  page,
  browser,
}) => {
  await page.goto(`${ann.origin}/first`)
  await viewsOf(ann, 1)
  await page.evaluate(() => {
    const queue = (window as unknown as { _kmq: unknown[][] })._kmq
    queue.push(['identify', 'carla@ann.example'], ['record', 'Signed Up'])
  })
  await expect.poll(async () => (await ann.stored()).map(hit => hit._n)).toContain('signed up')

  const phone = await browser.newContext()
  const other = await phone.newPage()
  await other.goto(`${ann.origin}/second`)
  await viewsOf(ann, 2)
  await other.evaluate(() =>
    (window as unknown as { _kmq: unknown[][] })._kmq.push(['identify', 'carla@ann.example']),
  )
  const merges = async () => (await ann.stored()).filter(hit => hit._p2)
  await expect.poll(async () => (await merges()).length).toBe(2)
  await phone.close()

  const [laptop, mobile] = await viewsOf(ann, 2)
  const pairs = (await merges()).map(hit => new Set([hit._p, hit._p2]))
  for (const anonymous of [laptop!._p, mobile!._p])
    expect(pairs.some(pair => pair.has(anonymous) && pair.has('carla@ann.example'))).toBe(true)
  expect(laptop!._p).not.toBe(mobile!._p)
  expect(laptop!._t).toBeLessThanOrEqual(mobile!._t)
})

import { expect, test, viewsOf } from './clients'

test('C6: automatic events that the client switched off, and a property that it blocked, are not stored', async ({
  ann,
  page,
  browser,
}) => {
  await ann.change(page, async settings => {
    await settings.getByRole('checkbox', { name: 'Visits', exact: true }).uncheck()
    await settings.getByLabel('Properties never to store').fill('Shoe Size')
  })
  const visitor = await (await browser.newContext()).newPage()
  await visitor.goto(`${ann.origin}/`)
  await viewsOf(ann, 1)
  await visitor.evaluate(() =>
    (window as unknown as { _kmq: unknown[][] })._kmq.push([
      'record',
      'Tried On',
      { 'Shoe Size': '43', Colour: 'red' },
    ]),
  )
  const named = async (name: string) => (await ann.stored()).filter(hit => hit._n === name)
  await expect.poll(async () => (await named('tried on')).length).toBe(1)
  const [tried] = await named('tried on')
  expect(tried).toMatchObject({ colour: 'red' })
  expect(Object.keys(tried!)).not.toContain('shoe size')
  expect(await named('visited site')).toEqual([])
  await visitor.context().close()
})

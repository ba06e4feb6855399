import { expect, test, viewsOf } from './clients'

test('C4: what a client’s page does is recorded for that client alone', async ({ ann, bob, page }) => {
  await page.goto(`${ann.origin}/tea`)
  const [view] = await viewsOf(ann, 1)
  expect(view!['viewed url']).toBe(`${ann.origin}/tea`)
  expect(await bob.stored()).toEqual([])
})

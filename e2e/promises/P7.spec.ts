import { expect, test } from '@playwright/test'

test('P7: the opt-out page lists what this browser sent, and erases it when asked', async ({
  page,
  context,
  request,
}) => {
  await page.goto('/about')
  await expect
    .poll(async () => (await context.cookies()).find(({ name }) => name === 'km_ai')?.value ?? '')
    .not.toBe('')
  await page.goto('/pricing')
  const own = decodeURIComponent((await context.cookies()).find(({ name }) => name === 'km_ai')!.value)

  const held = page.getByRole('region', { name: 'What is held about this browser here' })
  await expect(async () => {
    await page.goto('/user-privacy?held=1')
    await expect(held.getByText('/about')).not.toHaveCount(0, { timeout: 500 })
  }).toPass()
  await expect(held.getByText('page view').first()).toBeVisible()

  // A name or another browser's id in the cookie proves nothing and shows nothing.
  const stranger = await request.get('/user-privacy?held=1', { headers: { cookie: 'km_ai=ann@example.com' } })
  expect(await stranger.text()).toContain('Nothing is held')

  await held.getByRole('button', { name: 'Erase it' }).click()
  await expect(page.getByRole('status')).toContainText('Erased.')
  const now = (await context.cookies()).find(({ name }) => name === 'km_ai')?.value ?? ''
  expect(decodeURIComponent(now)).not.toBe(own)
  // What the page said on leaving arrives late, and goes a moment later.
  const headers = { cookie: `km_ai=${encodeURIComponent(own)}` }
  const nothing = async () =>
    (await (await request.get('/user-privacy?held=1', { headers })).text()).includes('Nothing is held')
  await expect.poll(nothing, { intervals: [6000, 3000], timeout: 40_000 }).toBe(true)
})

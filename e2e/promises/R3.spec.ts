import { expect, newAddress, test } from './office'

test('R3: a complaint goes to the office, then to the independent body, then to arbitration, and in no other order', async ({
  office,
  page,
}) => {
  const email = newAddress('r3')
  const number = await office.askAndProve('complaint', email, 'You were late.')
  expect(await office.state(number, email)).not.toContain('Take it to')
  const token = new URL(page.url()).searchParams.get('token')!
  const further = () =>
    page.request.post('/privacy-request/state/further', { form: { token }, maxRedirects: 0 })
  expect((await further()).status()).toBe(409)

  await office.act('Answer', number, 'We were. We are sorry.')
  expect(await office.state(number, email)).toContain('Take the complaint to the independent body')
  await page.getByRole('button', { name: 'Take it to the independent body' }).click()
  await expect(page.getByText('Taken to the independent body')).toBeVisible()
  await page.getByRole('button', { name: 'Take it to arbitration' }).click()
  await expect(page.getByText('There is no step after it with us.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Take it/ })).toHaveCount(0)
  expect((await further()).status()).toBe(409)
})

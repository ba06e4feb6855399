import { expect, newAddress, test } from './office'

test('P3: a request is made without script, confirmed by mail, numbered, answered, and its state can be read', async ({
  office,
}) => {
  const email = newAddress('p3')
  const number = await office.askAndProve('correction', email, 'My name is spelled with a K.')
  expect(await office.mail(email, `Your request ${number} is with us`)).toContain('You hear from us by')
  await office.staff.goto('/staff/requests')
  await office.staff.getByRole('link', { name: number }).click()
  await expect(office.staff.getByText('My name is spelled with a K.')).toBeVisible()
  await office.act('Answer', number, 'It is spelled with a K now.')
  expect(await office.mail(email, `Your request is answered (${number})`)).toContain('with a K now')
  const state = await office.state(number, email)
  for (const words of ['Address confirmed', 'Answered', 'It is spelled with a K now.'])
    expect(state).toContain(words)
})

test('P3: a wrong number and a wrong address are told apart by nobody', async ({ office, page }) => {
  const email = newAddress('p3')
  const number = await office.ask('access', email)
  for (const [given, address] of [
    ['PR-2222-2222', email],
    [number, newAddress('p3')],
  ] as const) {
    await page.goto('/privacy-request')
    await page.getByLabel('Number of the request').fill(given)
    await page.getByLabel('Your address').fill(address)
    await page.getByRole('button', { name: 'Show how it stands' }).click()
    await expect(page.getByRole('alert')).toContainText(
      'There is no request of this number from this address.',
    )
    await expect(page.getByLabel('Your address')).toHaveValue(address)
  }
})

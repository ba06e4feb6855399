import { PlainBrowser } from '../testing/plain-browser'
import { signUpFields } from '../testing/trial'
import { expect, newAddress, test } from './office'

test('H1: who does not say to be 13 or older gets no account', async ({ baseURL }) => {
  const browser = new PlainBrowser(baseURL!)
  const fields = signUpFields(newAddress('h1'), { age: '' })
  const answer = await browser.send(await browser.open('/trial'), { fields })
  expect(answer.path).toBe('/trial')
  expect(answer.html).toContain('13 or older.')
})

test('H1: a request about a child is with the office at once, holds nothing but the address, and erases', async ({
  office,
  page,
}) => {
  const email = newAddress('h1')
  await page.goto('/newsletter')
  await page.getByLabel('Email').fill(email)
  await page.getByRole('button', { name: 'Subscribe' }).click()
  await expect(page.getByRole('status')).toContainText('Look into your mailbox')

  const number = await office.ask('child', email, 'She is ten and likes zwieback.')
  await expect(page.getByRole('status')).toContainText('We need nothing more from you')
  await office.act('Propose the erasure', number)
  await expect(office.staff.getByText('Another of the staff has to confirm')).toBeVisible()
  expect(await office.staff.content()).not.toContain('zwieback')
  const second = await office.second()
  await office.act('Erase for good', number, '', second)
  await expect(second.getByText('Erased, confirmed by a second one')).toBeVisible()
  expect(await second.content()).not.toContain(email)
  await second.context().close()
})

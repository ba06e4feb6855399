import { afterBusinessDays } from '@/_privacy/requests/business-days'
import { holidays } from '@/_privacy/requests/holidays'
import { expect, newAddress, test } from './office'

const long = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

test('X1: a request is due after ten business days, put off after twenty, with the reason told', async ({
  office,
}) => {
  const email = newAddress('x1')
  const asked = Date.now()
  const number = await office.askAndProve('correction', email)
  const due = long.format(afterBusinessDays(asked, 10))
  expect(await office.mail(email, `Your request ${number} is with us`)).toContain(due)
  expect(await office.state(number, email)).toMatch(
    new RegExp(`by.*${new Date(afterBusinessDays(asked, 10)).getUTCDate()}`),
  )
  await office.act('Put off', number, 'The archive of 2019 has to be fetched.')
  expect(await office.mail(email, `Your request takes longer (${number})`)).toContain('archive of 2019')
  expect(await office.state(number, email)).toContain(
    `${new Date(afterBusinessDays(asked, 20)).getUTCDate()}`,
  )
})

test('X1: due dates skip weekends and the operator’s holidays', async () => {
  expect(holidays).toContain('2026-12-25')
  const due = (from: string, days: number) =>
    new Date(afterBusinessDays(Date.parse(from), days)).toISOString()
  // From Friday the 18th: Monday to Thursday, not the 25th, not the weekend, Monday to Thursday, not the 1st.
  expect(due('2026-12-18T12:00:00Z', 4)).toMatch(/^2026-12-24/)
  expect(due('2026-12-18T12:00:00Z', 5)).toMatch(/^2026-12-28/)
  expect(due('2026-12-18T12:00:00Z', 9)).toMatch(/^2027-01-04/)
})

import { expect, newAddress, test } from './office'

test('D4: nothing is disclosed without a reason; the log keeps who and why, and the public page counts it', async ({
  office,
  request,
}) => {
  const { staff } = office
  const counted = async () => {
    const text = (await (await request.get('/transparency?counted')).text()).replace(/<[^>]+>/g, '')
    return Number(/since this deployment began:\s*(\d+)/.exec(text)?.[1])
  }
  const before = await counted()
  const give = (reason: string) =>
    staff.request.post('/staff/disclosures/give', {
      form: { email: newAddress('d4'), authority: 'Court of Halden', reason },
      headers: { 'Sec-Fetch-Site': 'same-origin' },
      maxRedirects: 0,
    })
  const refused = await give('')
  expect(refused.status()).toBe(303)
  expect(refused.headers().location).toContain('field=reason')
  expect(await counted()).toBe(before)

  const reason = `Order ${newAddress('d4')}`
  const given = await give(reason)
  expect(given.status()).toBe(200)
  expect(given.headers()['content-disposition']).toContain('attachment')
  expect(await counted()).toBe(before + 1)
})

test('D4: nobody but staff can disclose', async ({ request }) => {
  const answer = await request.post('/staff/disclosures/give', {
    form: { email: 'a@example.com', authority: 'Court of Halden', reason: 'Order 12 of November' },
    headers: { 'Sec-Fetch-Site': 'same-origin' },
  })
  expect(answer.status()).toBe(401)
})

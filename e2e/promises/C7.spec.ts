import { expect, test } from './clients'

const numbers = ['4111 1111 1111 1111', '536-90-4399', 'DE89 3704 0044 0532 0130 00']

test('C7: numbers of cards and people never reach what is stored, blocked properties are dropped, and the client sees both', async ({
  ann,
  page,
}) => {
  await ann.change(page, settings => settings.getByLabel('Properties never to store').fill('Religion'))
  for (const [index, number] of numbers.entries())
    await ann.send({ _p: 'a', _n: 'Wrote', Note: `it is ${number}, as agreed`, Religion: `faith ${index}` })
  const stored = (await ann.stored()).filter(hit => hit._n === 'wrote')
  expect(stored.map(hit => hit.note)).toEqual(numbers.map(() => 'it is [redacted], as agreed'))
  const whole = JSON.stringify(stored)
  for (const secret of [...numbers, 'faith']) expect(whole).not.toContain(secret)

  const row = (name: string) => page.getByRole('row').filter({ hasText: name })
  await expect
    .poll(async () => {
      await page.goto(page.url().replace(/[^/]+$/, 'health'))
      return [await row('note').count(), await row('religion').count()]
    })
    .toEqual([1, 1])
  await expect(row('note')).toContainText('redacted')
  await expect(row('religion')).toContainText('not stored')
})

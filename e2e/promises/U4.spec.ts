import { demo } from '@/_analytics/demo/known'
import { expect, test } from './clients'

test('U4: another client’s export is answered as one that does not exist', async ({ ann, bob }) => {
  await bob.send({ _p: 'secret@bob.example', _n: 'X' })
  const [others, absent] = [await ann.export(bob.siteId), await ann.export('site_0000000000000000')]
  expect([others.status(), absent.status()]).toEqual([404, 404])
  expect(await others.text()).toBe(await absent.text())
})

test('U4: every page of another client’s site is answered as one that does not exist', async ({
  bob,
  page,
}) => {
  await page.goto('/signin')
  await page.getByLabel('Email').fill(demo.client.owner.email)
  await page.getByLabel('Password').fill(demo.client.owner.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/sites/)
  for (const rest of ['', '/live', '/live/stream', '/metric', '/metric.csv?event=x']) {
    const answers = await Promise.all(
      [bob.siteId, 'site_0000000000000000'].map(id => page.request.get(`/sites/${id}${rest}`)),
    )
    expect(answers.map(answer => answer.status())).toEqual([404, 404])
  }
})

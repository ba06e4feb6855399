import { strFromU8, unzipSync } from 'fflate'
import { demo } from '@/_analytics/demo/known'
import { expect, newAddress, test } from './office'

test('R1: a proven request returns what is held under every identity; after an erasure nothing of it is left', async ({
  office,
  page,
}) => {
  const email = newAddress('r1')
  const sent = async (fields: Record<string, string>) =>
    page.request.get(fields._p2 === undefined && fields._n ? '/e' : '/a', {
      params: { _k: demo.ownKey, ...fields },
    })
  await sent({ _p: 'an earlier browser of r1', _n: `read ${email.slice(3, 8)}` })
  await page.request.get('/a', { params: { _k: demo.ownKey, _p: 'an earlier browser of r1', _n: email } })
  await page.goto('/newsletter')
  await page.getByLabel('Email').fill(email)
  await page.getByRole('button', { name: 'Subscribe' }).click()
  await expect(page.getByRole('status')).toContainText('Look into your mailbox')

  const files = async () => {
    const number = await office.askAndProve('access', email)
    await office.act('Collect and answer', number, 'Here it is.')
    const subject = `Your request is answered (${number})`
    const token = (await office.linkTo(email, subject, '/privacy-request/archive')).split('token=')[1]!
    const answer = await page.request.post('/privacy-request/archive/fetch', { form: { token } })
    expect(answer.headers()['content-type']).toBe('application/zip')
    const again = await page.request.post('/privacy-request/archive/fetch', { form: { token } })
    expect(again.status()).toBe(410)
    return Object.fromEntries(
      Object.entries(unzipSync(new Uint8Array(await answer.body()))).map(([name, bytes]) => [
        name,
        strFromU8(bytes),
      ]),
    )
  }
  const before = await files()
  expect(before['mail-settings.json']).toContain(email)
  expect(before['visits-and-events.json']).toContain('an earlier browser of r1')
  expect(before['READ ME.txt']).toContain('Governed by the privacy policy of')

  const number = await office.askAndProve('erasure', email)
  await office.act('Propose the erasure', number)
  await expect(office.staff.getByText('Another of the staff has to confirm')).toBeVisible()
  const second = await office.second()
  await office.act('Erase for good', number, '', second)
  await expect(second.getByText('Erased, confirmed by a second one')).toBeVisible()
  await second.context().close()

  const after = await files()
  expect(Object.keys(after)).not.toContain('mail-settings.json')
  expect(Object.keys(after)).not.toContain('visits-and-events.json')
  expect(Object.values(after).join('')).not.toContain('an earlier browser of r1')
})

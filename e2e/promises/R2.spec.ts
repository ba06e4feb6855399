import { demo } from '@/_analytics/demo/known'
import { expect, newAddress, test } from './office'

test('R2: after an objection nothing that carries the address is recorded, also by senders without script', async ({
  office,
  request,
}) => {
  const email = newAddress('r2')
  const send = async () => {
    const params = { _k: demo.ownKey, _p: email, _n: 'came by' }
    return (await request.get('/e', { params })).headers()['x-firsthand-dropped'] ?? null
  }
  expect(await send()).toBeNull()
  const number = await office.askAndProve('objection', email)
  await office.act('Answer', number, 'Nothing more is recorded.')
  await expect.poll(send).toBe('person')
})

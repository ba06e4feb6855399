import { expect, test as plain } from '@playwright/test'
import { MailApp } from '../testing/mail-app'
import { test } from './clients'

const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

test('B1: without script an image of one dot counts the visit, unless the browser is opted out', async ({
  ann,
  request,
}) => {
  const image = `/e?_k=${ann.key}&_n=page+view&_anon=1`
  const refused = await request.get(image, { headers: { cookie: '__Host-optout=1' } })
  expect(refused.headers()['x-firsthand-dropped']).toBe('opt-out')
  expect(await ann.stored()).toEqual([])
  const counted = await request.get(image)
  expect([counted.status(), (await counted.body()).length]).toEqual([200, 43])
  expect((await ann.stored()).map(hit => hit._n)).toEqual(['page view'])
})

plain('B1: a mail’s image counts its opening, unless the browser or the reader refuses', async () => {
  const mail = await MailApp.make()
  try {
    await mail.reader('ann@example.com', ['newsletter'])
    await mail.start()
    await mail.broadcast('Opened')
    await expect.poll(() => mail.received('Opened'), { timeout: 60_000 }).toHaveLength(1)
    const { html } = mail.provider.delivered.find(({ subject }) => subject === 'Opened')!
    const [image] = html.match(/https?:\/\/[^"]+\/email\/open\/[\w.-]+\.gif/)!
    const [link] = html.match(/https?:\/\/[^"]+\/email\/click\/[\w.-]+/)!
    const open = (headers: Record<string, string> = {}) =>
      fetch(image!, { headers: { 'user-agent': browser, ...headers } })
    const kinds = async () => (await mail.db.mailTouch.findMany()).map(({ kind }) => kind).sort()

    const refusals: Record<string, string>[] = [{ cookie: '__Host-optout=1' }, { 'sec-gpc': '1' }]
    for (const headers of refusals) {
      const answer = await open(headers)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/gif'])
      const led = await fetch(link!, { redirect: 'manual', headers: { 'user-agent': browser, ...headers } })
      expect([led.status, led.headers.get('location')]).toEqual([302, 'https://example.org/there'])
    }
    await mail.db.subscriber.updateMany({ data: { measured: false } })
    expect((await open()).headers.get('x-firsthand-dropped')).toBe('person')
    expect(await kinds()).toEqual([])

    await mail.db.subscriber.updateMany({ data: { measured: true } })
    expect((await open()).headers.get('x-firsthand-dropped')).toBeNull()
    expect(await kinds()).toEqual(['opened'])
    await fetch(link!, { redirect: 'manual', headers: { 'user-agent': browser } })
    await expect.poll(kinds).toEqual(['clicked', 'opened'])
  } finally {
    await mail.close()
  }
})

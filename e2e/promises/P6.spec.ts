import { withThirdPartyCookies } from '../tracker/third-party-cookies'
import { expect, test, viewsOf } from './clients'

test('P6: after opting out on our page two clients’ sites record nothing; after opting in they do', async ({
  ann,
  bob,
  baseURL,
  launchOptions,
}) => {
  await withThirdPartyCookies(launchOptions, async page => {
    const context = page.context()
    const sent: string[] = []
    page.on('request', request => /\/[esac]\?/.test(request.url()) && sent.push(request.url()))
    await page.goto(`${baseURL}/user-privacy`)
    await page.getByRole('button', { name: 'Opt this browser out' }).click()
    await expect(page.getByRole('status')).toContainText('opted out')
    const optOut = (await context.cookies()).find(({ name }) => name === '__Host-optout')
    expect(optOut?.value).toBe('1')

    sent.length = 0
    for (const client of [ann, bob]) {
      await page.goto(`${client.origin}/`)
      await expect.poll(() => page.evaluate('window.KM?.status?.().reason')).toBe('opt-out')
      expect((await context.cookies(client.origin)).filter(({ name }) => name.startsWith('km_'))).toEqual([])
      expect(await client.stored()).toEqual([])
    }
    expect(sent).toEqual([])

    await page.goto(`${baseURL}/user-privacy`)
    await page.getByRole('button', { name: 'Opt this browser in again' }).click()
    await expect(page.getByRole('status')).toBeVisible()
    for (const client of [ann, bob]) {
      await page.goto(`${client.origin}/`)
      await viewsOf(client, 1)
    }
  })
})

test('P6: where a browser keeps our cookie from other sites, a site’s own opt-out works', async ({
  ann,
  page,
  context,
}) => {
  await page.goto(`${ann.origin}/`)
  await viewsOf(ann, 1)
  await page.evaluate('KM.optOut()')
  await page.goto(`${ann.origin}/second`)
  await expect.poll(() => page.evaluate('window.KM?.status?.().reason')).toBe('site-opt-out')
  const kept = (await context.cookies(ann.origin)).filter(({ name }) => name.startsWith('km_'))
  expect(kept.map(({ name, value }) => [name, value])).toEqual([['km_optout', '1']])
  await page.evaluate('KM.optIn()')
  await page.goto(`${ann.origin}/third`)
  const views = await viewsOf(ann, 2)
  expect(views.map(view => view['viewed url'])).toEqual([`${ann.origin}/`, `${ann.origin}/third`])
})

test('P6: the opt-out stops every door also for senders that ignore the script', async ({ ann, request }) => {
  for (const path of ['/e', '/s', '/a']) {
    const answer = await request.get(`${path}?_k=${ann.key}&_p=a&_n=b&x=1`, {
      headers: { cookie: '__Host-optout=1' },
    })
    expect(answer.headers()['x-firsthand-dropped']).toBe('opt-out')
  }
  await request.post(`/c?_k=${ann.key}`, {
    data: [{ _n: 'x', _p: 'a' }],
    headers: { cookie: '__Host-optout=1' },
  })
  expect(await ann.stored()).toEqual([])
})

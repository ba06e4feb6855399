import { expect, test } from './clients'

test('P4: Global Privacy Control, as a header, is honoured at every door', async ({ ann, request }) => {
  const signal = { 'Sec-GPC': '1' }
  for (const path of ['/e', '/s', '/a']) {
    const url = `${path}?_k=${ann.key}&_p=a&_n=b&x=1`
    for (const answer of [
      await request.get(url, { headers: signal }),
      await request.post(url, { headers: signal }),
    ]) {
      expect(answer.status()).toBe(200)
      expect(answer.headers()['x-firsthand-dropped']).toBe('gpc')
    }
  }
  await request.post(`/c?_k=${ann.key}`, { data: [{ _n: 'x', _p: 'a' }], headers: signal })
  expect(await ann.stored()).toEqual([])
})

test('P4: Do Not Track changes nothing on a site that does not honour it', async ({ ann }) => {
  expect(await ann.send({ _p: 'a', _n: 'x' }, { DNT: '1' })).toBeNull()
  expect(await ann.stored()).toHaveLength(1)
})

test('P4: Do Not Track keeps out everything on a site that honours it, at every door', async ({
  ann,
  page,
  request,
}) => {
  await ann.change(page, settings => settings.getByLabel('Honour Do Not Track').check())
  const before = (await ann.stored()).length
  for (const path of ['/e', '/s', '/a']) {
    const answer = await request.get(`${path}?_k=${ann.key}&_p=a&_n=b&x=1`, { headers: { DNT: '1' } })
    expect(answer.headers()['x-firsthand-dropped']).toBe('dnt')
  }
  await request.post(`/c?_k=${ann.key}`, { data: [{ _n: 'x', _p: 'a' }], headers: { DNT: '1' } })
  expect(await ann.stored()).toHaveLength(before)
  expect(await ann.send({ _p: 'a', _n: 'x' })).toBeNull()
})

test('P4: a browser with Global Privacy Control sends nothing and keeps nothing', async ({
  ann,
  page,
  context,
}) => {
  await page.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true }),
  )
  const sent: string[] = []
  page.on('request', request => /\/[esac]\?/.test(request.url()) && sent.push(request.url()))
  await page.goto(`${ann.origin}/`)
  await page.goto(`${ann.origin}/second`)
  await page.waitForLoadState('networkidle')
  expect(sent).toEqual([])
  expect((await context.cookies(ann.origin)).map(({ name }) => name)).toEqual([])
  expect(await ann.stored()).toEqual([])
})

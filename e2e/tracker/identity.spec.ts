import { expect, kmCookies, push, snippet, test } from './test'

const anonymous = /^[A-Za-z0-9+/]{27}=$/

test('A1: a fresh visitor gets an anonymous id and no name', async ({ page, origins }) => {
  await page.goto(origins.page('/', snippet))
  await push(page, ['record', 'Looked'])
  await expect.poll(() => origins.hits.length).toBe(1)
  const cookies = await kmCookies(page)
  expect(cookies.km_ai).toMatch(anonymous)
  expect(cookies.km_ni).toBeUndefined()
  expect(origins.hits[0]).toMatchObject({ _n: 'Looked', _p: cookies.km_ai })
})

test('A2 and A3: identify sends one alias, and none when it is repeated', async ({ page, origins }) => {
  await page.goto(origins.page('/', snippet))
  await push(
    page,
    ['record', 'Looked'],
    ['identify', 'bob@x.io'],
    ['identify', 'bob@x.io'],
    ['record', 'Bought'],
  )
  await expect.poll(() => origins.hits.length).toBe(3)
  const [looked, alias, bought] = origins.hits
  expect(alias).toMatchObject({ _p: looked!._p, _p2: 'bob@x.io' })
  expect(alias).not.toHaveProperty('_n')
  expect(bought!._p).toBe('bob@x.io')
})

test('A4: another name for a named visitor is another person', async ({ page, origins }) => {
  await page.goto(origins.page('/', snippet))
  await push(page, ['identify', 'bob'], ['identify', 'bill'], ['record', 'Bought'])
  await expect.poll(() => origins.hits.length).toBe(1)
  expect(origins.hits[0]).toMatchObject({ _n: 'Bought', _p: 'bill' })
  expect(await kmCookies(page)).toMatchObject({ km_ni: 'bill', km_ai: 'bill' })
})

for (const text of [null, '', 'null', 'nil', "'null'", "'nil'", '"null"', '"nil"', "''", '""'])
  test(`A5: identify(${JSON.stringify(text)}) clears the identity`, async ({ page, origins }) => {
    await page.goto(origins.page('/', snippet))
    await push(
      page,
      ['record', 'Looked'],
      ['identify', 'bob'],
      ['identify', text],
      ['record', 'Looked again'],
    )
    await expect.poll(() => origins.hits.length).toBe(3)
    const [first, , last] = origins.hits
    expect(last!._p).toMatch(anonymous)
    expect(last!._p).not.toBe(first!._p)
    expect((await kmCookies(page)).km_ni).toBeUndefined()
  })

test('A6: clearing twice makes one new anonymous id at most', async ({ page, origins }) => {
  await page.goto(origins.page('/', snippet))
  const look = ['record', 'Looked']
  await push(
    page,
    ['clearIdentity'],
    look,
    ['clearIdentity'],
    look,
    ['clearIdentity'],
    ['clearIdentity'],
    look,
  )
  await expect.poll(() => origins.hits.length).toBe(3)
  expect(new Set(origins.hits.map(hit => hit._p)).size).toBe(1)
})

test('A7: identify before anything was sent makes no alias', async ({ page, origins }) => {
  await page.goto(origins.page('/', snippet))
  await push(page, ['identify', 'bob'], ['record', 'Bought'])
  await expect.poll(() => origins.hits.length).toBe(1)
  expect(origins.hits[0]).toMatchObject({ _n: 'Bought', _p: 'bob' })
})

test('the next page keeps the identity, and a cleared browser is a new visitor', async ({
  page,
  origins,
}) => {
  origins.reset({ automatic: { pageView: true } })
  const url = origins.page('/', snippet)
  await page.goto(url)
  await page.goto(url)
  await expect.poll(() => origins.hits.length).toBe(2)
  await page.context().clearCookies()
  await page.goto(url)
  await expect.poll(() => origins.hits.length).toBe(3)
  const [first, second, third] = origins.hits.map(hit => hit._p)
  expect(second).toBe(first)
  expect(third).toMatch(anonymous)
  expect(third).not.toBe(first)
})

test('alias names both, and not the same one twice', async ({ page, origins }) => {
  await page.goto(origins.page('/', snippet))
  await push(page, ['alias', 'new', 'old'], ['alias', 'same', 'same'], ['alias', '', 'old'])
  await expect.poll(() => origins.hits.length).toBe(1)
  await page.waitForTimeout(100)
  expect(origins.hits).toHaveLength(1)
  expect(origins.hits[0]).toMatchObject({ _p2: 'new', _p: 'old' })
})

test('a hit may carry its own person and its own time', async ({ page, origins }) => {
  await page.goto(origins.page('/', snippet))
  await push(
    page,
    ['record', 'Paid', { _p: 'ann', _d: 1, _t: 1_262_304_000 }],
    ['record', 'Paid', { _t: 1_262_304_000 }],
  )
  await expect.poll(() => origins.hits.length).toBe(2)
  expect(origins.hits[0]).toMatchObject({ _p: 'ann', _d: '1', _t: '1262304000' })
  expect(Number(origins.hits[1]!._t)).toBeGreaterThan(1_700_000_000)
  const ids = origins.hits.map(hit => hit._i)
  expect(new Set(ids).size).toBe(2)
})

test.describe('without cookies', () => {
  test.beforeEach(async ({ page }) => {
    const session = await page.context().newCDPSession(page)
    await session.send('Emulation.setDocumentCookieDisabled', { disabled: true })
  })

  test('hits carry no identity, so that nobody can tell such visitors apart', async ({ page, origins }) => {
    origins.reset({ automatic: { pageView: true, visitedSite: true } })
    const url = origins.page('/', `${snippet}<a href="/two">on</a>`)
    origins.page('/two', snippet)
    await page.goto(url)
    await expect.poll(() => origins.hits.length).toBe(2)
    await page.click('a')
    await expect
      .poll(() => origins.hits.map(hit => hit._n))
      .toEqual(['Page View', 'Visited Site', 'Page View'])
    for (const hit of origins.hits) {
      expect(hit).not.toHaveProperty('_p')
      expect(hit._anon).toBe(1)
    }
    expect(await page.evaluate('KM.status()')).toEqual({ tracking: true, reason: '', cookies: false })
  })

  test('the page may still say who is signed in', async ({ page, origins }) => {
    await page.goto(origins.page('/', snippet))
    await push(page, ['identify', 'bob'], ['record', 'Bought'])
    await expect.poll(() => origins.hits.map(hit => hit._p)).toEqual(['bob'])
  })
})

test('a site without cookies sets none and names nobody', async ({ page, origins }) => {
  origins.reset({ cookieless: true, automatic: { pageView: true, visitedSite: true, returning: true } })
  await page.goto(origins.page('/', snippet))
  await push(page, ['identify', 'bob'], ['alias', 'a', 'b'], ['record', 'Bought'])
  await expect.poll(() => origins.hits.length).toBe(3)
  for (const hit of origins.hits) expect(hit).not.toHaveProperty('_p')
  expect(await page.context().cookies()).toEqual([])
})

test('a signature of the name goes with every hit, and with none before', async ({ page, origins }) => {
  await page.goto(origins.page('/', snippet))
  await push(page, ['record', 'Looked'], ['identify', 'bob', 'abc123'], ['record', 'Bought'])
  await expect.poll(() => origins.hits.length).toBe(3)
  expect(origins.hits.map(hit => hit._s)).toEqual([undefined, 'abc123', 'abc123'])
})

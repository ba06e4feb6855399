import { aWhile, expect, kmCookies, legacySnippet, push, snippet, test } from './test'

test('what is recorded together travels together', async ({ page, origins }) => {
  origins.reset({ automatic: { pageView: true, visitedSite: true } })
  await page.goto(origins.page('/', snippet))
  await expect.poll(() => origins.hits.length).toBe(2)
  expect(origins.requests.filter(request => request.startsWith('POST'))).toHaveLength(1)
})

test('a callback runs after the answer', async ({ page, origins }) => {
  await page.goto(origins.page('/', snippet))
  await push(page)
  const stored = page.evaluate(
    "new Promise(done => { let early = true; _kmq.push(['record', 'A', {}, () => done(early)], ['record', 'B', () => {}]); early = false })",
  )
  expect(await stored).toBe(false)
  expect(origins.hits.map(hit => hit._n)).toEqual(['A', 'B'])
})

test('a callback that throws neither breaks the page nor makes a second hit', async ({ page, origins }) => {
  await page.goto(origins.page('/', snippet))
  await push(page)
  await page.evaluate("_kmq.push(['record', 'A', {}, () => { throw new Error('of the page') }])")
  await page.waitForTimeout(aWhile)
  expect(origins.hits).toHaveLength(1)
  expect((await kmCookies(page)).km_uq).toBeUndefined()
})

test('what is recorded while the page is left arrives', async ({ page, origins }) => {
  const url = origins.page(
    '/',
    `${snippet}<a href="/next" onclick="_kmq.push(['record', 'Clicked'])">on</a><script>addEventListener('pagehide', () => _kmq.push(['record', 'Left']))</script>`,
  )
  origins.page('/next', 'next')
  await page.goto(url)
  await push(page)
  await page.click('a')
  await page.waitForURL('**/next')
  await expect.poll(() => origins.hits.map(hit => hit._n)).toContain('Clicked')
})

test('a collector that can not store is tried again, once, within five minutes', async ({
  page,
  origins,
}) => {
  const url = origins.page('/', snippet)
  await page.goto(url)
  origins.failing = true
  await push(page, ['record', 'Bought', { size: 'a|b c' }], ['identify', 'bob'])
  const kept = async () => (await kmCookies(page)).km_uq ?? ''
  await expect.poll(kept).toMatch(/^\d{10} \/e\?_k=\w+&\S+\|\d{10} \/a\?_k=\w+&\S+$/)
  expect(await kept()).toContain('size=a%7Cb+c')
  expect(origins.hits).toEqual([])

  origins.failing = false
  await page.goto(url)
  await expect.poll(() => origins.hits.length).toBe(2)
  const bought = origins.hits.find(hit => hit._n === 'Bought')!
  expect(bought).toMatchObject({ door: '/e', size: 'a|b c' })
  expect(bought._p).toMatch(/=$/)
  expect(origins.hits.find(hit => hit.door === '/a')).toMatchObject({ _n: 'bob', _p: bought._p })
  await expect.poll(kept).toBe('')
  await page.goto(url)
  await page.waitForTimeout(aWhile)
  expect(origins.hits).toHaveLength(2)
})

test('what is tried again carries the same insert id', async ({ page, origins }) => {
  await page.goto(origins.page('/', snippet))
  await push(page)
  const sent = page.waitForRequest(request => request.method() === 'POST')
  origins.failing = true
  await page.evaluate("_kmq.push(['record', 'Bought'])")
  const [first] = JSON.parse((await sent).postData()!)
  await expect.poll(async () => (await kmCookies(page)).km_uq).toContain('/e?')
  origins.failing = false
  await page.reload()
  await expect.poll(() => origins.hits.map(hit => hit._i)).toEqual([first._i])
})

test('with the network off, hits wait for the next page', async ({ page, context, origins }) => {
  const url = origins.page('/', snippet)
  await page.goto(url)
  await push(page)
  await context.setOffline(true)
  await page.evaluate("_kmq.push(['record', 'Offline'])")
  await expect.poll(async () => (await kmCookies(page)).km_uq).toContain('Offline')
  await context.setOffline(false)
  await page.goto(url)
  await expect.poll(() => origins.hits.map(hit => hit._n)).toEqual(['Offline'])
})

test('what is older than five minutes is not sent, and no more than 2,048 characters are kept', async ({
  page,
  origins,
}) => {
  const now = Math.round(Date.now() / 1000)
  const items = [`${now - 400} /e?_k=k&_n=Old`, `${now - 10} /e?_k=k&_n=Recent`]
  const cookie = { name: 'km_uq', value: encodeURIComponent(items.join('|')), url: origins.site }
  await page.context().addCookies([cookie])
  const url = origins.page('/', snippet)
  await page.goto(url)
  await expect.poll(() => origins.hits.map(hit => hit._n)).toEqual(['Recent'])

  origins.failing = true
  await push(
    page,
    ...Array.from({ length: 40 }, (_, at) => ['record', `Event ${at}`, { text: 'x'.repeat(40) }]),
  )
  const kept = async () => (await page.context().cookies()).find(one => one.name === 'km_uq')?.value ?? ''
  await expect.poll(async () => decodeURIComponent(await kept())).toContain('Event+39')
  expect((await kept()).length).toBeLessThanOrEqual(2048)
  expect(decodeURIComponent(await kept())).not.toContain('Event+0&')
})

test('where a policy allows images alone, hits go as images', async ({ page, origins }) => {
  const policy = "default-src 'none'; script-src {{tracker}}; img-src {{tracker}}"
  origins.reset({ automatic: { pageView: true } })
  await page.goto(origins.page('/', snippet, { 'content-security-policy': policy }))
  await expect.poll(() => origins.hits.map(hit => [hit.door, hit._n])).toEqual([['/e', 'Page View']])
})

test('a blocked script leaves the page as it was', async ({ page, origins }) => {
  await page.route(`${origins.tracker}/**`, route => route.abort())
  await page.goto(
    origins.page('/', `<script>_kmq = [['record', 'Looked']]</script>${snippet}${legacySnippet}`),
  )
  await page.evaluate("_kmq.push(['record', 'Bought'])")
  expect(await page.evaluate('_kmq.length')).toBe(2)
})

test('a blocked second part loses its commands, and no others', async ({ page, origins }) => {
  await page.route(/\/t\.\w+\.js$/, route => route.abort())
  await page.goto(
    origins.page('/', `<script>_kmq = [['trackClick', 'x', 'X'], ['record', 'After']]</script>${snippet}`),
  )
  await expect.poll(() => origins.hits.map(hit => hit._n)).toEqual(['After'])
})

test('odd entries of the queue stop nothing', async ({ page, origins }) => {
  const odd = `_kmq = [null, 7, 'text', [], ['noSuchMethod', 1], {}, [{}], ['record'], ['set', {}], ['set', { f() {} }],
    ['record', 'Odd', 'text'], () => { throw new Error('of the page') }, ['constructor'], ['record', 'Last', null]]`
  await page.goto(origins.page('/', `<script>${odd}</script>${snippet}`))
  await expect.poll(() => origins.hits.at(-1)?._n).toBe('Last')
  expect(origins.hits.map(hit => hit._n)).toEqual(['Odd', 'Last'])
})

test('without cookies, an image names nobody either', async ({ page, origins }) => {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setDocumentCookieDisabled', { disabled: true })
  const policy = "default-src 'none'; script-src {{tracker}}; img-src {{tracker}}"
  origins.reset({ automatic: { pageView: true } })
  await page.goto(origins.page('/', snippet, { 'content-security-policy': policy }))
  await expect.poll(() => origins.hits.map(hit => [hit.door, hit._n])).toEqual([['/e', 'Page View']])
  expect(origins.hits[0]).not.toHaveProperty('_p')
  expect(origins.hits[0]!._anon).toBe('1')
})

test('a page that has broken its browser is not broken further', async ({ page, origins }) => {
  await page.addInitScript(() => {
    Object.assign(window, {
      fetch() {
        throw new Error('of the page')
      },
    })
  })
  await page.goto(origins.page('/', snippet))
  await push(page, ['record', 'Bought'])
  await page.evaluate("history.pushState({}, '', '/two')")
  await page.waitForTimeout(aWhile)
})

test('a page that has lost what the library needs is left alone', async ({ page, origins }) => {
  await page.addInitScript(() => Object.defineProperty(document, 'currentScript', { value: null }))
  await page.goto(origins.page('/', snippet))
  await page.waitForTimeout(aWhile)
  expect(origins.hits).toEqual([])
})

import { expect, test, viewsOf } from './clients'

test('K2: no tracking answer can be kept by a browser’s cache or bring anything back from it', async ({
  ann,
  request,
}) => {
  for (const [path, body] of [
    ['/e', undefined],
    ['/s', undefined],
    ['/a', undefined],
    ['/c', [{ _n: 'x', _p: 'a' }]],
  ] as const) {
    const url = `${path}?_k=${ann.key}&_p=a&_n=b`
    const answer = body ? await request.post(url, { data: body }) : await request.get(url)
    const headers = answer.headers()
    expect(headers.etag).toBeUndefined()
    expect(headers['last-modified']).toBeUndefined()
    expect(headers['set-cookie']).toBeUndefined()
    expect(headers['cache-control']).toBe('no-store')
  }
})

test('K2: the tracker touches no storage but cookies, and asks nothing that tells browsers apart', async ({
  ann,
  page,
}) => {
  await page.addInitScript(() => {
    const touched: string[] = []
    Object.assign(window, { touched })
    const watch = (owner: object, name: string) => {
      const own = Object.getOwnPropertyDescriptor(owner, name)
      if (!own?.get) return
      Object.defineProperty(owner, name, {
        configurable: true,
        get() {
          touched.push(name)
          return own.get!.call(this)
        },
      })
    }
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) watch(window, name)
    for (const name of [
      'plugins',
      'mimeTypes',
      'hardwareConcurrency',
      'deviceMemory',
      'languages',
      'serviceWorker',
    ])
      watch(Navigator.prototype, name)
    const canvas = HTMLCanvasElement.prototype
    const { getContext } = canvas
    canvas.getContext = function (this: HTMLCanvasElement, ...given: unknown[]) {
      touched.push('canvas')
      return getContext.apply(this, given as Parameters<typeof getContext>)
    } as typeof getContext
  })
  await page.goto(`${ann.origin}/`)
  await viewsOf(ann, 1)
  expect(await page.evaluate(() => (window as unknown as { touched: string[] }).touched)).toEqual([])
  await page.evaluate(() => localStorage.length)
  expect(await page.evaluate(() => (window as unknown as { touched: string[] }).touched)).toEqual([
    'localStorage',
  ])
})

test('K2: with cookies cleared the next visit is a new visitor', async ({ ann, page, context }) => {
  await page.goto(`${ann.origin}/`)
  await page.goto(`${ann.origin}/again`)
  const [first, second] = await viewsOf(ann, 2)
  expect(second!._p).toBe(first!._p)
  await context.clearCookies()
  await page.goto(`${ann.origin}/later`)
  const third = (await viewsOf(ann, 3)).at(-1)
  expect(third!._p).toBeTruthy()
  expect(third!._p).not.toBe(first!._p)
})

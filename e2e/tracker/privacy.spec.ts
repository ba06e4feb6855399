import { expect, kmCookies, legacySnippet, push, setHidden, snippet, test } from './test'

const everything = {
  visitedSite: true,
  pageView: true,
  referrer: true,
  searchEngine: true,
  campaigns: true,
  urlApi: true,
  returning: true,
  engagement: true,
  outbound: true,
  downloads: true,
  vitals: true,
}

/** Notes every use of what could keep or recognise a browser besides cookies. */
const watchers = () => {
  const seen: string[] = []
  Object.assign(window, { seen })
  const watch = (owner: object, name: string, label: string) => {
    const found = Object.getOwnPropertyDescriptor(owner, name)
    if (!found?.configurable) return
    Object.defineProperty(owner, name, {
      ...found,
      ...(found.get && {
        get() {
          seen.push(label)
          return found.get!.call(this)
        },
      }),
      ...('value' in found &&
        typeof found.value === 'function' && {
          value(...given: unknown[]) {
            seen.push(label)
            return found.value.apply(this, given)
          },
        }),
    })
  }
  for (const name of [
    'localStorage',
    'sessionStorage',
    'indexedDB',
    'caches',
    'cookieStore',
    'openDatabase',
    'name',
    'screen',
  ])
    watch(window, name, name)
  for (const name of [
    'userAgent',
    'plugins',
    'mimeTypes',
    'languages',
    'language',
    'platform',
    'vendor',
    'hardwareConcurrency',
    'deviceMemory',
    'userAgentData',
    'storage',
    'serviceWorker',
    'maxTouchPoints',
  ])
    watch(Navigator.prototype, name, `navigator.${name}`)
  for (const name of ['width', 'height', 'colorDepth', 'availWidth', 'availHeight'])
    watch(Screen.prototype, name, `screen.${name}`)
  watch(HTMLCanvasElement.prototype, 'getContext', 'canvas')
  watch(Date.prototype, 'getTimezoneOffset', 'timezone')
  watch(Intl.DateTimeFormat.prototype, 'resolvedOptions', 'timezone')
}

for (const [name, body] of Object.entries({ 't.js': snippet, 'KEY.2.js': legacySnippet }))
  test(`${name} touches no storage but cookies and no trait of the browser`, async ({ page, origins }) => {
    origins.reset({ automatic: everything })
    await page.addInitScript(watchers)
    await page.goto(origins.page('/', `${body}<form id="f"><input name="a"></form>`))
    await push(
      page,
      ['record', 'A'],
      ['identify', 'bob'],
      ['trackSubmit', 'f', 'Sent'],
      ['ab', 't', ['a', 'b']],
    )
    await page.waitForFunction('KM.ab')
    await setHidden(page, true)
    await expect.poll(() => origins.hits.map(hit => hit._n)).toContain('A')
    expect(await page.evaluate('seen')).toEqual([])
    expect(Object.keys(await kmCookies(page)).sort()).toEqual(['km_abi', 'km_ai', 'km_lv', 'km_ni', 'km_vs'])
  })

test('no token or email of an address leaves the page', async ({ page, origins }) => {
  origins.reset({ automatic: everything })
  const url = origins.page('/reset/bob@planted.example', snippet)
  await page.goto(`${url}?token=PLANTED&utm_source=a&who=ann@planted.example&page=2#access_token=PLANTED`, {
    referer: `https://elsewhere.example/?code=PLANTED`,
  })
  await push(page, [
    'record',
    'Own',
    { link: 'https://a.example/?session_id=PLANTED&a=1', mail: 'carl@chosen.example' },
  ])
  await page.evaluate("history.pushState({}, '', '/next?sid=PLANTED')")
  await push(page, ['record', 'Last'])
  await expect.poll(() => origins.hits.at(-1)?._n).toBe('Last')
  expect(JSON.stringify(origins.hits)).not.toMatch(/PLANTED|planted/)
  expect(origins.hits.find(hit => hit._n === 'Page View')!['Viewed URL']).toBe(
    `${origins.site}/reset?utm_source=a&page=2`,
  )
  expect(origins.hits.find(hit => hit._n === 'Own')).toMatchObject({
    link: 'https://a.example/?a=1',
    mail: 'carl@chosen.example',
  })
})

test('cookies are for the page’s own site', async ({ page, origins }) => {
  origins.reset({ automatic: everything })
  await page.goto(origins.page('/', snippet))
  await expect.poll(() => origins.hits.length).toBeGreaterThan(1)
  const cookies = await page.context().cookies()
  expect(cookies.length).toBeGreaterThan(2)
  for (const cookie of cookies) {
    expect(cookie).toMatchObject({ domain: 'localhost', path: '/', sameSite: 'Lax', httpOnly: false })
    expect(cookie.name).toMatch(/^km_(ai|vs|lv)$/)
  }
  for (const hit of origins.hits) expect(hit.cookies).toBe('')
})

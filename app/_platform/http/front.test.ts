import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { isInteractive, keptFor } from '@/content-pages'
import { Assets } from './assets'
import { type FrontOptions, makeFront } from './front'
import { renderThrough } from './next-render'
import { PageCache } from './page-cache'

const page = (text: string) =>
  `<html><body><p>${text}</p>${'<i></i>'.repeat(60)}<script src="/_next/a.js"></script><script>boot()</script></body></html>`

let server: Server | undefined
afterEach(() => server?.close())

/** The front before a small handler that stands for Next, its clock in the test's hand. */
async function start(handler: RequestListener, options: Partial<FrontOptions> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'assets-'))
  writeFileSync(join(folder, 'a.js'), 'x'.repeat(1000))
  const time = { now: 1_000_000 }
  const render = renderThrough(handler)
  const pages = new PageCache(render, 'localhost', () => time.now)
  const front = makeFront({
    doors: [],
    assets: [new Assets(folder, '/_next/static/', 'public, max-age=31536000, immutable')],
    pages,
    render,
    next: handler,
    ready: Promise.resolve(),
    keptFor,
    isInteractive,
    siteUrl: 'http://localhost:3000',
    trustedProxies: 0,
    dev: false,
    ...options,
  })
  server = createServer(front).listen(0)
  const base = `http://localhost:${(server.address() as AddressInfo).port}`
  return {
    get: (path: string, init?: RequestInit) => fetch(base + path, { redirect: 'manual', ...init }),
    time,
    pages,
  }
}

const html = (text: () => string): RequestListener => {
  return (_req, res) =>
    void res.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page(text()))
}

test('a content page is rendered once without any visitor in it, stripped, compressed, and answered 304', async () => {
  const seen: (string | undefined)[] = []
  const { get } = await start((req, res) => {
    seen.push(req.headers.cookie)
    html(() => 'hello')(req, res)
  })
  const first = await get('/', { headers: { cookie: 'a=b', 'accept-encoding': 'br' } })
  const body = await first.text()
  expect(body).toContain('<p>hello</p>')
  expect(body).not.toContain('<script')
  expect(first.headers.get('content-encoding')).toBe('br')
  expect(first.headers.get('content-security-policy')).toContain("script-src 'self';")
  const again = await get('/?utm_source=x', { headers: { 'if-none-match': first.headers.get('etag')! } })
  expect(again.status).toBe(304)
  expect(seen).toEqual([undefined])
})

test('a page that finds nothing itself is answered with the finished 404', async () => {
  const { get } = await start((req, res) => {
    const finished =
      req.url === '/blog/gone' ? '<html id="__next_error__"><body></body></html>' : page('nothing here')
    res.writeHead(404, { 'Content-Type': 'text/html' }).end(finished)
  })
  const answer = await get('/blog/gone')
  expect(answer.status).toBe(404)
  expect(await answer.text()).toContain('<p>nothing here</p>')
})

test('a page that sends its reader on keeps the address', async () => {
  const shell = '<html id="__next_error__"><body></body></html>'
  const { get } = await start((_req, res) =>
    res.writeHead(308, { 'Content-Type': 'text/html', Location: '/blog/new' }).end(shell),
  )
  const answer = await get('/blog/old')
  expect([answer.status, answer.headers.get('location')]).toEqual([308, '/blog/new'])
})

test('an outdated page is answered once more while the new one is made; a forgotten one is made at once', async () => {
  let version = 1
  const { get, time, pages } = await start(html(() => `v${version}`))
  const text = async () => (await (await get('/')).text()).match(/v\d/)![0]
  expect(await text()).toBe('v1')
  version = 2
  time.now += 31_000
  expect(await text()).toBe('v1')
  await expect.poll(text).toBe('v2')
  version = 3
  pages.forget('/')
  expect(await text()).toBe('v3')
  version = 4
  time.now += 3_600_000
  expect(await text()).toBe('v4')
})

test('an error is never kept', async () => {
  let status = 500
  const { get } = await start(
    (_req, res) => void res.writeHead(status, { 'Content-Type': 'text/html' }).end(page('x')),
  )
  expect((await get('/')).status).toBe(500)
  status = 200
  expect((await get('/')).status).toBe(200)
})

test('a content page that fails is answered by the page made for that, with its status', async () => {
  const { get } = await start((req, res) => {
    if (req.url === '/broken') return html(() => 'sorry')(req, res)
    res.writeHead(500, { 'Content-Type': 'text/html' }).end('<html id="__next_error__"></html>')
  })
  for (const path of ['/', '/user-privacy']) {
    const answer = await get(path)
    expect(answer.status).toBe(500)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await answer.text()).toContain('<p>sorry</p>')
  }
})

test('a kept page says which fonts to fetch at once', async () => {
  const fonts = '</_next/static/media/a.woff2>; rel=preload; as="font"'
  const { get } = await start((_req, res) => {
    res.writeHead(200, { 'Content-Type': 'text/html', Link: fonts }).end(page('x'))
  })
  expect((await get('/')).headers.get('link')).toBe(fonts)
})

test('a page for one visitor is rendered for each request, with its cookies and body, and stripped', async () => {
  const { get } = await start((req, res) => {
    let body = ''
    req.on('data', chunk => {
      body += chunk
    })
    req.on('end', () => html(() => `${req.method} ${req.headers.cookie} ${body}`)(req, res))
  })
  const answer = await get('/user-privacy', { method: 'POST', body: 'out=1', headers: { cookie: 'a=b' } })
  expect(await answer.text()).toContain('<p>POST a=b out=1</p>')
})

test('an interactive page keeps its scripts and gets a nonce of its own', async () => {
  const policies: (string | undefined)[] = []
  const { get } = await start((req, res) => {
    policies.push(req.headers['content-security-policy'] as string)
    html(() => 'x')(req, res)
  })
  const answers = [await get('/sites/s'), await get('/sites/s')]
  expect(await answers[0]!.text()).toContain('<script>boot()')
  expect(answers[0]!.headers.get('content-security-policy')).toMatch(/'nonce-[\w+/=]{24}'/)
  expect(policies[0]).toBe(answers[0]!.headers.get('content-security-policy'))
  expect(policies[0]).not.toBe(policies[1])
})

test('files are compressed and immutable; the theme follows the cookie alone', async () => {
  const { get } = await start(html(() => 'x'))
  const file = await get('/_next/static/a.js')
  expect(file.headers.get('cache-control')).toContain('immutable')
  expect(await file.text()).toHaveLength(1000)
  const dark = await get('/theme.css', { headers: { cookie: '__Host-preferences=theme%3Ddark' } })
  expect(await dark.text()).toBe(':root{color-scheme:dark}')
  expect(dark.headers.get('vary')).toBe('Cookie')
})

test('what a caller writes about itself is replaced', async () => {
  const { get } = await start((req, res) => res.end(`${req.headers['x-client-address']}`))
  expect(await (await get('/sites', { headers: { 'x-client-address': '1.2.3.4' } })).text()).not.toContain(
    '1.2.3.4',
  )
})

test('an unencrypted request is sent to https where the address is https', async () => {
  const { get } = await start(
    html(() => 'x'),
    { siteUrl: 'https://example.com', trustedProxies: 1 },
  )
  const plain = await get('/pricing?a=1')
  expect([plain.status, plain.headers.get('location')]).toEqual([308, 'https://example.com/pricing?a=1'])
  const secure = await get('/', { headers: { 'x-forwarded-proto': 'https' } })
  expect(secure.headers.get('strict-transport-security')).toContain('max-age=63072000')
})

test('compressed forms decompress to the page', async () => {
  const { store } = await import('./encode')
  const raw = Buffer.from(page('x'))
  const stored = await store(raw, 'text/html')
  expect(brotliDecompressSync(stored.br!).equals(raw)).toBe(true)
})

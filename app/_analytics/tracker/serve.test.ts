import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Site, siteSettings } from '@/_analytics/sites'
import { buildTracker } from './build'
import { makeTrackerFiles } from './serve'

const key = 'a'.repeat(40)
const site: Site = {
  id: 'site_1',
  accountId: 'acc_1',
  name: 'A site',
  url: 'https://a.example',
  key,
  secret: 'not for the page',
  timezone: 'UTC',
  settings: siteSettings.parse({ honourDnt: true }),
}
let dir: string
let server: Server
let origin: string

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tracker-'))
  await buildTracker(dir)
  const files = makeTrackerFiles({ dir, sites: { byKey: given => (given === key ? site : undefined) } })
  server = createServer((req, res) => {
    if (!files(req, res)) res.writeHead(404).end()
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.close()
  await rm(dir, { recursive: true })
})

const get = (path: string, headers: Record<string, string> = {}) => fetch(origin + path, { headers })
const text = async (path: string, headers?: Record<string, string>) => (await get(path, headers)).text()

describe('the tracker files', () => {
  it.each([`/t.js?k=${key}`, `/${key}.1.js`, `/${key}.2.js`])(
    '%s carries the settings, and nothing else of the site',
    async path => {
      const script = await text(path)
      expect(script).toContain('"d":1')
      expect(script).not.toContain('FIRSTHAND_CONFIG')
      expect(script).not.toContain(site.secret)
      expect(script).not.toContain(site.id)
    },
  )

  it.each([
    [{ cookie: 'a=1; __Host-optout=1' }, '"o":"opt-out"'],
    [{ 'sec-gpc': '1' }, '"o":"gpc"'],
    [{ dnt: '1' }, '"o":"dnt"'],
  ])('%o is answered with a library that records nothing', async (headers, verdict) => {
    for (const path of [`/t.js?k=${key}`, `/${key}.2.js`])
      expect(await text(path, headers as unknown as Record<string, string>)).toContain(verdict)
  })

  it('does not take a cookie that only ends like the opt-out for one', async () => {
    expect(await text(`/t.js?k=${key}`, { cookie: 'x__Host-optout=1; __Host-optout=10' })).not.toContain(
      '"o":',
    )
  })

  it('tells pages with i.js that this browser opted out', async () => {
    expect(await text('/i.js', { cookie: '__Host-optout=1' })).toBe(
      'window._kmo="opt-out";window._kmil&&_kmil()',
    )
    expect(await text('/i.js')).toContain('_kmo=""')
  })

  it('answers an unknown key with a library that records nothing', async () => {
    for (const path of ['/t.js?k=nope', `/${'b'.repeat(40)}.2.js`])
      expect(await text(path)).toContain('"o":"unknown-key"')
  })

  it('has one validator a text, the same for every visitor, and asks to be revalidated', async () => {
    const [first, second, out] = await Promise.all([
      get(`/t.js?k=${key}`),
      get(`/t.js?k=${key}`, { 'user-agent': 'another', cookie: 'x=1' }),
      get(`/t.js?k=${key}`, { cookie: '__Host-optout=1' }),
    ])
    const etag = first.headers.get('etag')!
    expect(second.headers.get('etag')).toBe(etag)
    expect(out.headers.get('etag')).not.toBe(etag)
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    expect(first.headers.get('set-cookie')).toBeNull()
    expect((await get(`/t.js?k=${key}`, { 'if-none-match': etag })).status).toBe(304)
    const revoked = await get(`/t.js?k=${key}`, { 'if-none-match': etag, cookie: '__Host-optout=1' })
    expect(revoked.status).toBe(200)
  })

  it('names the lazily loaded part by its content and lets it be kept', async () => {
    const name = /"m":"([^"]+)"/.exec(await text(`/t.js?k=${key}`))![1]
    const part = await get(`/${name}`)
    expect(part.status).toBe(200)
    expect(part.headers.get('cache-control')).toContain('immutable')
    const outdated = await get('/t.00000000.js')
    expect(outdated.headers.get('cache-control')).toBe('private, no-cache')
  })

  it('compresses as the browser accepts', async () => {
    const raw = (coding: string) => get(`/t.js?k=${key}`, { 'accept-encoding': coding })
    expect((await raw('gzip, deflate')).headers.get('content-encoding')).toBe('gzip')
    expect((await raw('br, gzip')).headers.get('content-encoding')).toBe('br')
    expect((await raw('identity')).headers.get('content-encoding')).toBeNull()
    expect(await (await raw('br')).text()).toBe(await (await raw('identity')).text())
  })

  it('leaves every other request to others', async () => {
    for (const path of ['/', '/x/t.js', '/e?_k=1', '/main.js'])
      expect((await get(path)).status, path).toBe(404)
    expect((await fetch(`${origin}/t.js`, { method: 'POST' })).status).toBe(404)
  })
})

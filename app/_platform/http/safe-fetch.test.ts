import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { safeFetch } from './safe-fetch'

const pages: Record<string, (res: ServerResponse) => void> = {
  '/': res => res.writeHead(200, { 'content-type': 'text/html' }).end('<p>Grüße</p>'),
  '/five': res => res.writeHead(302, { location: '/hop?4' }).end(),
  '/six': res => res.writeHead(302, { location: '/hop?5' }).end(),
  '/loop': res => res.writeHead(301, { location: '/loop' }).end(),
  '/file': res => res.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/metadata': res => res.writeHead(302, { location: 'http://169.254.169.254/latest/' }).end(),
  '/inside': res => res.writeHead(302, { location: 'http://inside.example/' }).end(),
  '/full': res => res.end('a'.repeat(2 * 1024 * 1024)),
  '/endless': res => {
    const more = () => {
      while (res.write('a'.repeat(65536)));
      if (!res.destroyed) res.once('drain', more)
    }
    more()
  },
  '/bomb': res => res.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(64 << 20))),
  '/packed': res => res.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('unpacked')),
  '/broken': res => {
    res.writeHead(200, { 'content-length': '100' }).write('half')
    setTimeout(() => res.destroy(), 50)
  },
  '/never': () => {},
}

let server: Server
let seen: string[] = []
let base = ''

beforeAll(async () => {
  server = createServer((req, res) => {
    seen.push(req.url ?? '')
    const [path = '', left] = (req.url ?? '').split('?')
    const hop = Number(left)
    if (path === '/hop') return res.writeHead(302, { location: hop > 1 ? `/hop?${hop - 1}` : '/' }).end()
    return pages[path]?.(res)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  base = `http://shop.example:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  seen = []
})

const hosts: Record<string, string[]> = { 'shop.example': ['127.0.0.1'], 'inside.example': ['10.0.0.1'] }
const here = {
  resolve: async (host: string) => hosts[host] ?? [],
  alsoAllow: (address: string) => address === '127.0.0.1',
}
const port = () => (server.address() as AddressInfo).port

test('a page is fetched by the address that was checked, and comes as text', async () => {
  expect(await safeFetch(base, here)).toEqual({
    url: `${base}/`,
    status: 200,
    type: 'text/html',
    text: '<p>Grüße</p>',
  })
})

test('five redirects are followed, and six are not', async () => {
  expect((await safeFetch(`${base}/five`, here)).url).toBe(`${base}/`)
  await expect(safeFetch(`${base}/six`, here)).rejects.toMatchObject({ code: 'invalid' })
  await expect(safeFetch(`${base}/loop`, here)).rejects.toMatchObject({ code: 'invalid' })
})

test.each(['/file', '/metadata', '/inside'])('a redirect is checked like an address: %s', async path => {
  await expect(safeFetch(base + path, here)).rejects.toMatchObject({ code: 'invalid' })
})

test('2 MB are read, and not a byte more, however they are packed', async () => {
  expect((await safeFetch(`${base}/full`, here)).text).toHaveLength(2 * 1024 * 1024)
  expect((await safeFetch(`${base}/packed`, here)).text).toBe('unpacked')
  for (const path of ['/endless', '/bomb'])
    await expect(safeFetch(base + path, here)).rejects.toMatchObject({ code: 'too_large' })
})

test('a page that breaks off, never answers or is not there is unavailable', async () => {
  for (const path of ['/broken', '/never'])
    await expect(safeFetch(base + path, here)).rejects.toMatchObject({ code: 'unavailable' })
  await expect(safeFetch('http://absent.example', here)).rejects.toMatchObject({ code: 'unavailable' })
  const never = { ...here, resolve: () => new Promise<string[]>(() => {}) }
  await expect(safeFetch(base, never)).rejects.toMatchObject({ code: 'unavailable' })
}, 30_000)

test('a host with one inner address among its public ones is not asked at all', async () => {
  const mixed = { resolve: async () => ['93.184.216.34', '127.0.0.1'] }
  await expect(safeFetch(base, mixed)).rejects.toMatchObject({ code: 'invalid' })
  expect(seen).toEqual([])
})

test.each([
  '127.0.0.1',
  '127.1',
  '2130706433',
  '0x7f000001',
  '0x7f.1',
  '017700000001',
  '0177.0.0.1',
  '0',
  '0.0.0.0',
  '①②⑦.0.0.1',
  '127。0。0。1',
  '[::1]',
  '[::]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::127.0.0.1]',
  '[64:ff9b::127.0.0.1]',
  '[2002:7f00:1::]',
  '[fe80::1]',
  '[fd00:ec2::254]',
  '10.0.0.1',
  '192.168.0.1',
  '172.16.0.1',
  '100.64.0.1',
  '169.254.169.254',
  '2852039166',
  '[::ffff:169.254.169.254]',
  'localhost',
])('http://%s leads to nothing of ours', async host => {
  await expect(safeFetch(`http://${host}:${port()}/`)).rejects.toMatchObject({ code: 'invalid' })
  expect(seen).toEqual([])
})

test.each([
  'file:///etc/passwd',
  'ftp://shop.example/',
  'gopher://127.0.0.1/',
  'data:text/html,hi',
  'http://ann:pw@shop.example/',
  '//shop.example',
  'shop',
])('%s is not fetched', async address => {
  await expect(safeFetch(address, here)).rejects.toMatchObject({ code: 'invalid' })
})

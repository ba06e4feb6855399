import { connect } from 'node:net'
import fc from 'fast-check'
import { expect } from 'vitest'
import type { Hit } from '../hit'
import { halfPair } from './batch'
import { key, nowSecond, type RunningCollector, type Settings } from './collector.fixture'
import { hasSensitive } from './sensitive'

/** Settings under which every rule has something to forbid. */
export const fuzzSettings: Settings = {
  blockedProperties: ['Blocked', 'country'],
  blockedPaths: ['/staff/*'],
  blockedAddresses: ['198.51.100.0/24'],
  redactPatterns: ['private'],
  ip: 'full',
}

const names = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('_k', '_p', '_n', '_t', '_d', '_i', '_ip', '_ua', '_p2', '_anon') },
  {
    weight: 2,
    arbitrary: fc.constantFrom('URL', 'blocked', 'BLOCKED', ' _x', '__proto__', 'constructor', 'a,b'),
  },
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
)

const values = fc.oneof(
  fc.constantFrom(
    key,
    'bob',
    'Visited Site',
    '1',
    '',
    ' ',
    'private',
    '4111 1111 1111 1111',
    'İ'.repeat(300),
  ),
  fc.constantFrom(
    'https://one.example/staff/x',
    'https://one.example/?utm_medium=x',
    '%',
    '%zz',
    '%E9',
    'a+b=',
  ),
  fc.integer({ min: -1e13, max: 1e14 }).map(String),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.string({ maxLength: 20 }).map(text => text.repeat(600)),
)

/** Mostly something like a hit, so that the later steps are reached, with anything among it. */
const fields = fc
  .tuple(
    fc.subarray([
      ['_k', key],
      ['_p', 'bob'],
      ['_n', 'Visited Site'],
      ['_d', '1'],
    ] as [string, string][]),
    fc.array(fc.tuple(names, values), { maxLength: 8 }),
  )
  .map(([usual, odd]) => [...usual, ...odd])

/** Well encoded, as some clients do it (not at all), or broken. */
const forms = fc.tuple(fields, fc.constantFrom('encoded', 'raw', 'broken')).map(([pairs, manner]) => {
  const encode = (text: string) =>
    manner === 'encoded' ? encodeURIComponent(text.replace(halfPair, '')) : text.replace(/[^\x21-\x7e]/g, '+')
  const text = pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&')
  return manner === 'broken' ? text.replace(/[a-c]/g, '%') : text
})

const headers = fc
  .subarray([
    'Cookie: a=b; __Host-optout=1',
    'Sec-GPC: 1',
    'DNT: 1',
    'Authorization: Bearer x',
    'Referer: not a page',
    'User-Agent: Mozilla/5.0 (compatible; Googlebot/2.1)',
    'Origin: https://page.example',
    'X-Forwarded-For: 1.2.3.4, nonsense',
    'Content-Type: application/json; charset=utf-16',
  ])
  .map(lines => lines.map(line => `${line}\r\n`).join(''))

const methods = fc.oneof(
  { weight: 8, arbitrary: fc.constant('GET') },
  fc.constantFrom('HEAD', 'OPTIONS', 'PUT', 'DELETE'),
)
const paths = fc.constantFrom('/e', '/s', '/a', '/E/', '/e', '/c', '/m/trk', '/v1/products/x/tracking/e')

const gets = fc
  .tuple(methods, paths, forms, headers)
  .map(([method, path, form, lines]) => request(method, `${path}?${form}`, lines))

const posts = fc
  .tuple(paths, forms, fc.option(fc.uint8Array({ maxLength: 200 })), headers)
  .map(([path, form, bytes, lines]) =>
    request('POST', path, lines, bytes ? Buffer.from(bytes) : Buffer.from(form)),
  )

const json = fc.oneof(
  fc.array(fields.map(pairs => Object.fromEntries(pairs))).map(hits => JSON.stringify(hits)),
  fc
    .array(fc.dictionary(names, fc.jsonValue({ maxDepth: 2 })))
    .map(hits => JSON.stringify({ _k: key, hits })),
  fc.json(),
  fc.string({ unit: 'binary' }),
)

const batches = fc
  .tuple(json, headers)
  .map(([body, lines]) => request('POST', `/c?_k=${key}`, lines, Buffer.from(body)))

function request(method: string, target: string, lines: string, body?: Buffer): Buffer {
  const length = body ? `Content-Length: ${body.length}\r\n` : ''
  const head = `${method} ${target.slice(0, 60_000)} HTTP/1.1\r\nHost: t\r\n${lines}${length}\r\n`
  return Buffer.concat([Buffer.from(head, 'latin1'), body ?? Buffer.alloc(0)])
}

const oneRequest = fc.oneof(gets, gets, posts, batches)

/** Sends requests over one connection, back to back, and returns the status of every answer. */
function sendAll(port: number, requests: Buffer[]): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const last = Buffer.from('GET /end HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n')
    const socket = connect(port, '127.0.0.1', () => socket.write(Buffer.concat([...requests, last])))
    const chunks: Buffer[] = []
    socket.on('data', chunk => chunks.push(chunk))
    socket.on('error', reject)
    socket.on('close', () => {
      const text = Buffer.concat(chunks).toString('latin1')
      resolve([...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(found => Number(found[1])))
    })
  })
}

const reserved = new Set(['_p', '_p2', '_n', '_t', '_r', '_i', '_b'])

/** Fails when a stored line is one that a rule forbids. */
function check(hit: Hit): void {
  const { _p, _p2, _n, _t } = hit
  const properties = Object.keys(hit).filter(name => !reserved.has(name))
  expect(_t).toSatisfy(Number.isInteger)
  expect(_t).toBeGreaterThanOrEqual(1_230_768_000)
  expect(_t).toBeLessThanOrEqual(nowSecond + 3600)
  for (const identity of [_p, _p2]) {
    if (identity === undefined) continue
    expect(identity.trim()).not.toBe('')
    expect(identity.length).toBeLessThanOrEqual(255)
    expect(hasSensitive(identity)).toBe(false)
  }
  if (_p2 !== undefined) {
    expect(_p).toSatisfy((person?: string) => person !== undefined && person !== _p2)
    expect([_n, ...properties]).toEqual([undefined])
  } else if (_n === undefined) expect(properties).not.toEqual([])
  for (const name of [...properties, ...(_n === undefined ? [] : [_n])]) {
    expect(name).toMatch(/^[^\s,:][^,:]*$/)
    expect(name.length).toBeLessThanOrEqual(255)
    expect(name).not.toMatch(/[A-Z]|\s\s|\s$/)
  }
  for (const name of properties) {
    expect(name[0]).not.toBe('_')
    expect(['blocked', 'country']).not.toContain(name)
    const value = hit[name]
    expect(value).toSatisfy((text: unknown) => typeof text === 'string' && text.search(halfPair) < 0)
    expect(`${value}`.length).toBeLessThanOrEqual(8192)
    expect(hasSensitive(`${value}`) || `${value}`.includes('private')).toBe(false)
  }
}

/**
 * Sends `count` random requests in every shape, and demands an answer without error to each.
 * @param seed of the first fifty; every fifty has its own, one higher, which a failure names
 */
export async function fuzz(
  collector: RunningCollector,
  count: number,
  seed = Date.now(),
): Promise<{ sent: number; stored: number }> {
  const together = 50
  const totals = { sent: 0, stored: 0 }
  for (let run = seed | 0; totals.sent < count; run++) {
    const requests = fc.sample(oneRequest, { numRuns: together, seed: run })
    const statuses = await sendAll(collector.port, requests)
    expect(statuses, `seed ${run}`).toHaveLength(requests.length + 1)
    expect(
      statuses.slice(0, -1).filter(status => status !== 200 && status !== 204),
      `seed ${run}`,
    ).toEqual([])
    const hits = collector.stored()
    for (const { 'channel: origin': _, ...hit } of hits) check(hit as Hit)
    totals.sent += requests.length
    totals.stored += hits.length
    collector.forget()
  }
  return totals
}

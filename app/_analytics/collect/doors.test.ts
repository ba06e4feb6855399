import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  key as K,
  makeSite,
  now,
  nowSecond,
  type RunningCollector,
  secret,
  startCollector,
} from './collector.fixture'
import { signRequest } from './signature'

const otherKey = 'b'.repeat(40)
let collector: RunningCollector
beforeAll(async () => {
  collector = await startCollector({
    otherSites: [makeSite({}, { id: 'site_two', key: otherKey, secret: 'two' })],
  })
})
beforeEach(() => collector.forget())
afterAll(() => collector.stop())

describe('POST /c', () => {
  const send = async (body: unknown, query = `?_k=${K}`) => {
    const response = await fetch(`${collector.base}/c${query}`, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { Origin: 'https://page.example' },
    })
    expect(response.status).toBe(200)
    return { answer: await response.json(), dropped: response.headers.get('x-firsthand-dropped') }
  }

  test('stores events, sets and aliases, and gives one result a hit', async () => {
    const { answer, dropped } = await send([
      { _p: 'bob', _n: 'Page View', 'Viewed URL': 'https://one.example/' },
      {
        _p: 'bob',
        plan: 'gold',
        seats: 3,
        trial: false,
        gone: null,
        tags: ['a', 'b', ['c']],
        deep: { a: 1 },
      },
      { _p: 'bob', _p2: 'bob@x.io' },
      { _n: 'No person' },
      'no hit',
      { _n: 'Nobody', _anon: 1 },
    ])
    expect(answer).toEqual({
      stored: 4,
      dropped: 2,
      results: [
        { stored: true },
        { stored: true },
        { stored: true },
        { stored: false, reason: 'no-person' },
        { stored: false, reason: 'malformed' },
        { stored: true },
      ],
    })
    expect(dropped).toBe('no-person')
    const base = { _t: nowSecond, _r: now }
    expect(collector.stored()).toEqual([
      { ...base, _p: 'bob', _n: 'page view', 'viewed url': 'https://one.example/' },
      { ...base, _p: 'bob', plan: 'gold', seats: '3', trial: 'false', gone: '', tags: 'a,b' },
      { ...base, _p: 'bob', _p2: 'bob@x.io' },
      { ...base, _n: 'nobody' },
    ])
  })

  test('a retry with the same keys stores nothing twice and is answered the same', async () => {
    const hits = [
      { _i: 'one', _p: 'bob', _n: 'x' },
      { _i: 'two', _p: 'bob', _n: 'x' },
      { _i: 'two', _p: 'bob', _n: 'x' },
    ]
    const first = await send(hits)
    const second = await send(hits)
    expect(second.answer).toEqual(first.answer)
    expect(collector.stored().map(hit => hit._i)).toEqual(['one', 'two'])
    await send(hits, `?_k=${otherKey}`)
    expect(collector.stored()).toHaveLength(4)
  })

  test('takes the key from the hit, the body or the query', async () => {
    const hit = { _p: 'bob', _n: 'x' }
    const { answer } = await send([{ ...hit, _k: otherKey }, hit])
    expect(answer.stored).toBe(2)
    expect((await send({ _k: K, hits: [hit] }, '')).answer.stored).toBe(1)
    expect((await send([hit], '')).answer.results).toEqual([{ stored: false, reason: 'missing-key' }])
    expect((await send([hit], '?_k=nope')).answer.results).toEqual([{ stored: false, reason: 'unknown-key' }])
  })

  test.each([
    ['', 'malformed'],
    ['{', 'malformed'],
    ['{}', 'malformed'],
    ['"text"', 'malformed'],
    ['null', 'malformed'],
    [`${'['.repeat(100_000)}`, 'malformed'],
    [JSON.stringify(Array.from({ length: 501 }, () => ({ _p: 'a', _n: 'x' }))), 'too-many'],
    [JSON.stringify([{ _p: 'a', _n: 'x', v: 'v'.repeat(1024 * 1024) }]), 'too-large'],
  ])('a body that starts with %.20j is refused as %s', async (body, reason) => {
    const { answer, dropped } = await send(body)
    expect(answer).toEqual({ stored: 0, dropped: 0, results: [], reason })
    expect(dropped).toBe(reason)
    expect(collector.stored()).toEqual([])
  })

  test('500 hits in one request are all stored, in their order', async () => {
    await send(Array.from({ length: 500 }, (_, i) => ({ _p: 'a', _n: `event ${i}` })))
    expect(collector.stored().map(hit => hit._n)).toEqual(Array.from({ length: 500 }, (_, i) => `event ${i}`))
  })

  test('half of a surrogate pair, control characters and odd keys can do no harm', async () => {
    await send(
      `[{"_p":"a\\ud800","_n":"\\ud83d\\ude00 \\udc00","x\\u0000y":"\\u0000","__proto__":"p","constructor":"c","\\ud800":"v"}]`,
    )
    expect(collector.stored()).toEqual([
      {
        _t: nowSecond,
        _r: now,
        _p: 'a\ufffd',
        _n: '😀 \ufffd',
        'x y': '\0',
        constructor: 'c',
        '\ufffd': 'v',
      },
    ])
  })

  test('a page may send with its cookies and read the answer', async () => {
    const { headers } = await fetch(`${collector.base}/c?_k=${K}`, {
      method: 'POST',
      body: '[]',
      headers: { Origin: 'https://page.example' },
    })
    expect(headers.get('access-control-allow-origin')).toBe('https://page.example')
    expect(headers.get('access-control-allow-credentials')).toBe('true')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  test('GET stores nothing', async () => {
    expect(await (await collector.get(`/c?_k=${K}`)).json()).toMatchObject({ reason: 'method' })
  })
})

describe('the signed batch of 1.11', () => {
  const path = '/v1/products/GUID-1/tracking/e'
  const body = JSON.stringify({
    data: [
      { x: 1, identity: 'evan', timestamp: 1_262_304_000, event: 'Batched' },
      { y: 2, identity: 'evan', timestamp: 1_262_304_000, _p: 'mallory', _k: 'nope' },
      { identity: 'evan', timestamp: 1_262_304_000, alias: 'evan2' },
    ],
  })
  const send = async (signature: string, key = K, headers: Record<string, string> = {}) => {
    const response = await fetch(`${collector.base}${path}?_signature=${encodeURIComponent(signature)}`, {
      method: 'POST',
      body,
      headers: { 'X-KM-ApiKey': key, ...headers },
    })
    expect(response.status).toBe(200)
    return response.json()
  }

  test('the test vector', () => {
    expect(signRequest('POST', 'http://127.0.0.1/v1/products/GUID-1/tracking/e', '', 'SECRET')).toBe(
      'STGINbD0gskSEi4b3fLyM1tK1ZCdkjoGW/TJZordQXI=',
    )
  })

  test.each(['http://127.0.0.1', 'https://127.0.0.1', 'http with the port'])(
    'signed for %s',
    async origin => {
      const url = (origin === 'http with the port' ? collector.base : origin) + path
      expect(await send(signRequest('POST', url, '', secret))).toMatchObject({ stored: 3, dropped: 0 })
      const base = { _r: now, _p: 'evan' }
      expect(collector.stored()).toEqual([
        { ...base, _t: 1_262_304_000, _n: 'batched', x: '1' },
        { ...base, _t: 1_262_304_000, y: '2' },
        { ...base, _t: nowSecond, _p2: 'evan2' },
      ])
    },
  )

  test('a wrong, absent or foreign signature, or an unknown key, stores nothing', async () => {
    const url = `http://127.0.0.1${path}`
    for (const [signature, key, reason] of [
      ['', K, 'bad-signature'],
      [signRequest('POST', url, '', 'two'), K, 'bad-signature'],
      [signRequest('POST', `${url}2`, '', secret), K, 'bad-signature'],
      [signRequest('POST', url, '', secret), 'nope', 'unknown-key'],
    ] as const) {
      expect(await send(signature, key)).toMatchObject({ stored: 0, reason })
    }
    expect(collector.stored()).toEqual([])
  })
})

test('the mobile libraries are told where to send, for an hour', async () => {
  const response = await collector.get(`/m/trk?product_key=${K}&install_uuid=1`)
  expect(await response.json()).toEqual({
    reason: 'PRODUCT_SAMPLING',
    tracking: true,
    tracking_endpoint: `127.0.0.1:${collector.port}`,
  })
  expect(Date.parse(response.headers.get('expires') ?? '')).toBe((nowSecond + 3600) * 1000)
  expect(await (await collector.get('/m/trk?product_key=nope')).json()).toMatchObject({ tracking: false })
  expect(collector.stored()).toEqual([])
})

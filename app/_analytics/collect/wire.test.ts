import { connect } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { key as K, nowSecond, type RunningCollector, startCollector } from './collector.fixture'

let collector: RunningCollector
beforeAll(async () => {
  collector = await startCollector()
})
beforeEach(() => collector.forget())
afterAll(() => collector.stop())

/** Sends and demands what every answer must be: 200 and the image that a browser can decode. */
async function send(way: 'get' | 'post', target: string): Promise<Response> {
  const response = await collector[way](target)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('image/gif')
  expect(response.headers.get('content-length')).toBe('43')
  expect(
    Buffer.from(await response.arrayBuffer())
      .subarray(0, 6)
      .toString(),
  ).toBe('GIF89a')
  return response
}

const at2010 = 1_262_304_000

describe.each(['get', 'post'] as const)('by %s', way => {
  test('I1: an event with a property at a trusted time', async () => {
    await send(way, `/e?_k=${K}&_p=bob&_n=Signed+Up&gender=male&_t=${at2010}&_d=1`)
    expect(collector.stored()).toMatchObject([{ _p: 'bob', _n: 'signed up', gender: 'male', _t: at2010 }])
  })

  test.each(['', '&_d=0', '&_d=true', '&_d=2', '&_d='])('I2, I3: %j does not make _t trusted', async d => {
    await send(way, `/e?_k=${K}&_p=bob&_n=Signed+Up&_t=${at2010}${d}`)
    expect(collector.stored()).toMatchObject([{ _t: nowSecond }])
  })

  test('I4: the same request twice is two lines', async () => {
    for (let i = 0; i < 2; i++)
      await send(way, `/e?_k=${K}&_p=bob&_n=Signed+Up&gender=male&_t=${at2010}&_d=1`)
    expect(collector.stored()).toHaveLength(2)
  })

  test('I5: two values of one second are both kept, in the order they came', async () => {
    for (const gender of ['male', 'female']) {
      await send(way, `/e?_k=${K}&_p=bob&_n=Signed+Up&gender=${gender}&_t=${at2010}&_d=1`)
    }
    expect(collector.stored().map(hit => hit.gender)).toEqual(['male', 'female'])
  })

  test('I6: comma and colon become a blank', async () => {
    await send(way, `/e?_k=${K}&_p=bob&_n=foo:bar,baz&a:b,c=d:e,f`)
    expect(collector.stored()).toMatchObject([{ _n: 'foo bar baz', 'a b c': 'd:e,f' }])
  })

  test('I7: property names are case-insensitive, values are not', async () => {
    await send(way, `/s?_k=${K}&_p=bob&Plan+Type=Gold&_t=${at2010}&_d=1`)
    await send(way, `/s?_k=${K}&_p=bob&plan+type=gold&_t=${at2010 + 1}&_d=1`)
    expect(collector.stored().map(hit => hit['plan type'])).toEqual(['Gold', 'gold'])
  })

  test('I8: numbers and texts are kept as they were sent', async () => {
    await send(way, `/s?_k=${K}&_p=bob&n=123&m=$100`)
    expect(collector.stored()).toMatchObject([{ n: '123', m: '$100' }])
  })

  test('I9: empty pairs are skipped and only the first = splits', async () => {
    await send(way, `/e?_k=${K}&&_p=a=b&_n=X&`)
    const [hit] = collector.stored()
    expect(hit).toMatchObject({ _p: 'a=b', _n: 'x' })
    expect(Object.keys(hit ?? {})).not.toContain('')
  })

  test.each([
    [`/e?_k=${K}&_n=X`, 'no-person'],
    [`/e?_k=${K}&_n=X&_p=+`, 'no-person'],
    ['/e?_k=nope&_p=a&_n=X', 'unknown-key'],
    ['/e?_p=a&_n=X', 'missing-key'],
    ['/e', 'missing-key'],
    ['/s', 'missing-key'],
    ['/a', 'missing-key'],
    [`/s?_k=${K}&_p=a`, 'empty'],
    [`/e?_k=${K}&_p=a&_n=+`, 'empty'],
    [`/e?_k=${K}&_p=a&_n=X&_d=1&_t=1199145600`, 'too-old'],
    [`/e?_k=${K}&_p=a&_n=X&_d=1&_t=-5`, 'too-old'],
    [`/a?_k=${K}&_p=a`, 'no-person'],
    [`/a?_k=${K}&_p=a&_n=`, 'no-person'],
    [`/a?_k=${K}&_p=a&_n=a`, 'same-identity'],
    [`/e?_k=${K}&_p=${'x'.repeat(256)}&_n=X`, 'long-identity'],
    [`/e?_k=${K}&_p=a&_n=X&x=%`, 'malformed'],
    [`/e?_k=${K}&_p=a&_n=X&x=%zz`, 'malformed'],
    [`/e?_k=${K}&_p=a&_n=X&x=%E9`, 'malformed'],
  ])('I10, I11: %s stores nothing and says %s', async (target, reason) => {
    const response = await send(way, target)
    expect(response.headers.get('x-firsthand-dropped')).toBe(reason)
    expect(collector.stored()).toEqual([])
    expect(collector.refusals.take()).toEqual([
      { siteId: /key/.test(reason) ? '' : 'site_one', day: '2026-03-02', reason, count: 1 },
    ])
  })

  test('I12, I13: an alias keeps both identities, whatever else is sent with it', async () => {
    await send(way, `/a?_k=${K}&_p=u1&_n=bob@x.io`)
    await send(way, `/a?_k=${K}&_p=John&_n=U123&_t=${at2010}&_d=1&x=y`)
    const aliases = collector.stored()
    expect(aliases).toMatchObject([
      { _p: 'u1', _p2: 'bob@x.io', _t: nowSecond },
      { _p: 'John', _p2: 'U123', _t: nowSecond },
    ])
    expect(aliases.some(hit => '_n' in hit || 'x' in hit)).toBe(false)
  })

  test('I14: no reserved key becomes a property', async () => {
    await send(
      way,
      `/e?_k=${K}&_p=bob&_n=X&_ip=1.2.3.4&_ua=UA&_c=mobile_app&_u=lib&_signature=s&_p2=z&_b=1&_r=1&_zz=1&+_y=1&__proto__=1&:_x=1`,
    )
    expect(collector.stored()).toEqual([{ _p: 'bob', _n: 'x', _t: nowSecond, _r: expect.any(Number) }])
  })

  test('I17: a long name is cut to 255 characters, a long value to 8192', async () => {
    await send(way, `/e?_k=${K}&_p=bob&_n=${'N'.repeat(300)}&${'p'.repeat(300)}=${'v'.repeat(9000)}`)
    expect(collector.stored()).toMatchObject([{ _n: 'n'.repeat(255), ['p'.repeat(255)]: 'v'.repeat(8192) }])
  })

  test('of repeated keys the last counts, also when they only normalise to the same', async () => {
    await send(way, `/e?_k=no&_k=${K}&_p=a&_p=b&_n=X&Plan=1&plan=2`)
    expect(collector.stored()).toMatchObject([{ _p: 'b', plan: '2' }])
  })

  test('an event without a name is a property set, and a name on a set is ignored', async () => {
    await send(way, `/e?_k=${K}&_p=bob&_n=&plan=gold`)
    await send(way, `/s?_k=${K}&_p=bob&_n=Signed+Up&plan=gold`)
    for (const hit of collector.stored()) {
      expect(hit).toMatchObject({ _p: 'bob', plan: 'gold' })
      expect(hit).not.toHaveProperty('_n')
    }
  })

  test('empty values are values', async () => {
    await send(way, `/s?_k=${K}&_p=bob&plan=&other`)
    expect(collector.stored()).toMatchObject([{ plan: '', other: '' }])
  })

  test.each([
    ['1262304000.7', at2010],
    ['1262304000000', at2010],
    ['', nowSecond],
    ['yesterday', nowSecond],
    ['1e9', nowSecond],
    [`${nowSecond + 3600}`, nowSecond + 3600],
    [`${nowSecond + 3601}`, nowSecond],
    ['99999999999999999999', nowSecond],
  ])('_d=1 with _t=%j means %d', async (given, expected) => {
    await send(way, `/e?_k=${K}&_p=bob&_n=X&_d=1&_t=${given}`)
    expect(collector.stored()).toMatchObject([{ _t: expected }])
  })

  test('an anonymous id that was sent raw gets its + back; any other identity stays as it is', async () => {
    const anonymous = 'AbC+dEf/0123456789abcdefghi='
    expect(anonymous).toHaveLength(28)
    await send(way, `/e?_k=${K}&_p=${anonymous}&_n=X`)
    await send(way, `/e?_k=${K}&_p=${encodeURIComponent(anonymous)}&_n=X`)
    await send(way, `/e?_k=${K}&_p=A+b,C:d&_n=X`)
    expect(collector.stored().map(hit => hit._p)).toEqual([anonymous, anonymous, 'A b,C:d'])
  })

  test('paths are accepted in upper case and with a trailing slash', async () => {
    await send(way, `/E?_k=${K}&_p=bob&_n=X`)
    await send(way, `/e/?_k=${K}&_p=bob&_n=X`)
    expect(collector.stored()).toHaveLength(2)
  })

  test('UTF-8, encoded or raw, is kept', async () => {
    await send(way, `/e?_k=${K}&_p=J%C3%BCrgen&_n=%E2%9C%93+Ja&emoji=%F0%9F%98%80`)
    expect(collector.stored()).toMatchObject([{ _p: 'Jürgen', _n: '✓ ja', emoji: '😀' }])
  })
})

test('every answer forbids keeping it, names no validator and sets no cookie', async () => {
  for (const target of [`/e?_k=${K}&_p=a&_n=x`, '/e']) {
    const { headers } = await send('get', target)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('access-control-allow-origin')).toBe('*')
    for (const name of ['etag', 'last-modified', 'expires', 'set-cookie'])
      expect(headers.has(name)).toBe(false)
  }
})

test('I15: pipelined requests on a socket that is closed unread are all stored', async () => {
  const count = 300
  const requests = Array.from({ length: count }, (_, i) => {
    const connection = i === count - 1 ? 'Close' : 'Keep-Alive'
    return `GET /e?_k=${K}&_p=p${i}&_n=x HTTP/1.1\r\nHost: trk\r\nConnection: ${connection}\r\n\r\n`
  })
  await new Promise<void>((resolve, reject) => {
    const socket = connect(collector.port, '127.0.0.1', () => {
      socket.write(requests.join(''), () => {
        socket.destroy()
        resolve()
      })
    })
    socket.on('error', reject)
  })
  await expect.poll(() => collector.stored().length).toBe(count)
})

test('I16: a body of 20 kB without a content type is stored', async () => {
  const body = `_k=${K}&_p=bob&_n=X&${Array.from({ length: 200 }, (_, i) => `p${i}=${'v'.repeat(95)}`).join('&')}`
  const answer = await collector.raw(
    `POST /e HTTP/1.1\r\nHost: trk\r\nConnection: close\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  )
  expect(answer).toMatch(/^HTTP\/1.1 200 /)
  expect(collector.stored()[0]).toMatchObject({ p0: 'v'.repeat(95), p199: 'v'.repeat(95) })
})

test.each([
  ['raw UTF-8', Buffer.from('Köln')],
  ['raw Latin-1', Buffer.from('Köln', 'latin1')],
  ['a blank', Buffer.from('New York')],
  ['a control character', Buffer.from('a\tb')],
])('%s in a query is no HTTP: answered, counted, not stored', async (_, value) => {
  const answer = await collector.raw(
    Buffer.concat([
      Buffer.from(`GET /e?_k=${K}&_p=bob&_n=X&city=`),
      value,
      Buffer.from(' HTTP/1.1\r\nHost: trk\r\nConnection: close\r\n\r\n'),
    ]),
  )
  expect(answer).toMatch(/^HTTP\/1.1 200 OK\r\n[\s\S]*X-Firsthand-Dropped: malformed[\s\S]*\r\n\r\nGIF89a/)
  expect(collector.refusals.take()).toMatchObject([{ siteId: '', reason: 'malformed', count: 1 }])
  expect(collector.stored()).toEqual([])
})

test('a body in another charset is dropped', async () => {
  const response = await fetch(`${collector.base}/e`, {
    method: 'POST',
    body: Buffer.from(`_k=${K}&_p=bob&_n=X&city=Köln`, 'latin1'),
  })
  expect(response.status).toBe(200)
  expect(response.headers.get('x-firsthand-dropped')).toBe('charset')
  expect(collector.stored()).toEqual([])
})

test.each([
  [64 * 1024, null],
  [64 * 1024 + 1, 'too-large'],
  [1024 * 1024, 'too-large'],
])('a body of %d bytes: %s', async (size, reason) => {
  const start = `_k=${K}&_p=bob&_n=X&v=`
  const response = await fetch(`${collector.base}/e`, {
    method: 'POST',
    body: start + 'v'.repeat(size - start.length),
  })
  expect(response.status).toBe(200)
  expect(response.headers.get('x-firsthand-dropped')).toBe(reason)
  expect(collector.stored()).toHaveLength(reason ? 0 : 1)
})

test.each([
  [64 * 1024, null],
  [64 * 1024 + 1, 'too-large'],
  [200 * 1024, 'too-large'],
])('a query of %d bytes: %s', async (size, reason) => {
  const start = `_k=${K}&_p=bob&_n=X&v=`
  const response = await send('get', `/e?${start}${'v'.repeat(size - start.length)}`)
  expect(response.headers.get('x-firsthand-dropped')).toBe(reason)
  expect(collector.stored()).toHaveLength(reason ? 0 : 1)
})

test('a body that never arrives whole is dropped', async () => {
  const socket = connect(collector.port, '127.0.0.1')
  socket.write(`POST /e HTTP/1.1\r\nHost: t\r\nContent-Length: 500\r\n\r\n_k=${K}&_p=bob&_n=X`)
  await expect.poll(() => socket.bytesWritten).toBeGreaterThan(0)
  await new Promise(resolve => setTimeout(resolve, 50))
  socket.destroy()
  await expect.poll(() => collector.refusals.take()).toMatchObject([{ reason: 'aborted', count: 1 }])
  expect(collector.stored()).toEqual([])
})

test('HEAD stores nothing, a preflight is answered, other methods store nothing', async () => {
  const target = `${collector.base}/e?_k=${K}&_p=bob&_n=X`
  const head = await fetch(target, { method: 'HEAD' })
  expect([head.status, head.headers.get('content-type')]).toEqual([200, 'image/gif'])
  const preflight = await fetch(target, { method: 'OPTIONS' })
  expect(preflight.status).toBe(204)
  expect(preflight.headers.get('access-control-allow-methods')).toContain('POST')
  for (const method of ['PUT', 'DELETE', 'PATCH']) {
    const response = await fetch(target, { method })
    expect([response.status, response.headers.get('x-firsthand-dropped')]).toEqual([200, 'method'])
  }
  expect(collector.stored()).toEqual([])
})

test('the absolute form, a Host without port and none of the usual headers are fine', async () => {
  const target = `e?_k=${K}&_p=bob&_n=X`
  await collector.raw(`GET /${target} HTTP/1.1\r\nHost: trk.example\r\nConnection: Close\r\n\r\n`)
  await collector.raw(
    `GET http://trk.example:8080/${target} HTTP/1.1\r\nHost: x\r\nConnection: Close\r\n\r\n`,
  )
  await collector.raw(`GET /${target} HTTP/1.0\r\n\r\n`)
  expect(collector.stored()).toHaveLength(3)
})

test('other paths are not its own', async () => {
  for (const path of ['/', '/ee', '/e/x', '//e', '/en', '/about']) {
    expect((await collector.get(path)).status).toBe(404)
  }
})

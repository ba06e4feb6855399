import { createServer } from 'node:http'
import inject from 'light-my-request'
import { expect, test } from 'vitest'
import { commentGate } from './gate'

/** Sends through a gate as a proxy would, and says how many got through. */
function flooded() {
  const time = { now: 1_000_000 }
  const gate = commentGate({ clock: () => time.now, trustedProxies: 1 })
  const passed: string[] = []
  const server = createServer((req, res) => {
    if (gate(req, res)) return
    passed.push(String(req.headers['x-forwarded-for']))
    res.end('through')
  })
  const send = (from: string, url = '/comments/new', method: 'POST' | 'GET' = 'POST') =>
    inject(server.listeners('request')[0] as never, { method, url, headers: { 'x-forwarded-for': from } })
  return { time, passed, send }
}

test('ten thousand comments in a minute, from everywhere: a few hundred get through, reading is never asked', async () => {
  const { time, passed, send } = flooded()
  for (let n = 0; n < 10_000; n++) {
    time.now += 6
    await send(`${1 + (n % 200)}.${n % 251}.${n % 13}.7`)
  }
  expect(passed.length).toBeGreaterThan(300)
  expect(passed.length).toBeLessThan(400)
  expect((await send('198.51.100.1', '/blog/a-post', 'GET')).payload).toBe('through')
})

test('one network is stopped without stopping others, told what to do, and let in again', async () => {
  const { time, passed, send } = flooded()
  for (let n = 0; n < 30; n++) await send('203.0.113.9')
  expect(passed).toHaveLength(10)
  const refused = await send('203.0.113.9')
  expect(refused.statusCode).toBe(429)
  expect(refused.headers['retry-after']).toBe('60')
  expect(refused.payload).toContain('Nothing of yours was stored')
  expect((await send('192.0.2.1')).statusCode).toBe(200)
  time.now += 60_000
  expect((await send('203.0.113.9')).statusCode).toBe(200)
})

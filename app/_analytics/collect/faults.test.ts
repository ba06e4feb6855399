import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { day } from '@/_platform/clock'
import { AppError } from '@/_platform/errors'
import { openLogFile } from '../store/log'
import { key as K, now, startCollector } from './collector.fixture'

const hit = `/e?_k=${K}&_p=bob&_n=X`

test('what the log refuses is answered 503 with nothing to keep, by every door, and nothing is counted as dropped', async () => {
  const refuse = () => Promise.reject(new AppError('unavailable', 'The disk is full'))
  const collector = await startCollector({ log: { append: refuse } })
  const answers = await Promise.all([
    collector.get(hit),
    collector.post(hit),
    fetch(`${collector.base}/c?_k=${K}`, { method: 'POST', body: JSON.stringify([{ _p: 'a', _n: 'x' }]) }),
  ])
  for (const { status, headers } of answers) {
    expect([status, headers.get('retry-after'), headers.get('cache-control')]).toEqual([503, '1', 'no-store'])
  }
  expect((await collector.get('/e?_k=nope')).status).toBe(200)
  expect(collector.refusals.take()).toMatchObject([{ reason: 'unknown-key' }])
  await collector.stop()
})

const mount = (...args: string[]) => execFileSync('mount', args, { stdio: 'ignore' })
const disk = (() => {
  const at = mkdtempSync(join(tmpdir(), 'disk-'))
  try {
    mount('-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', at)
    return at
  } catch {
    rmSync(at, { recursive: true })
  }
})()

test.skipIf(!disk)(
  'a full disk is a 503, and never a false acknowledgement; room again is a 200',
  async () => {
    const dataDir = disk as string
    const collector = await startCollector({ dataDir })
    try {
      const statuses: number[] = []
      const send = async (i: number) => {
        const { status } = await collector.post(`${hit}&_i=${i}&v=${'v'.repeat(5000)}`)
        statuses[i] = status
      }
      for (let i = 0; i < 400; i += 20) await Promise.all(Array.from({ length: 20 }, (_, j) => send(i + j)))
      expect(new Set(statuses)).toEqual(new Set([200, 503]))
      mount('-o', 'remount,size=16m', dataDir)
      const refused = statuses.flatMap((status, i) => (status === 503 ? [i] : []))
      await Promise.all(refused.map(send))
      expect(new Set(statuses)).toEqual(new Set([200]))
      expect(
        collector
          .stored()
          .map(({ _i }) => Number(_i))
          .sort((a, b) => a - b),
      ).toEqual([...statuses.keys()])
    } finally {
      await collector.stop()
      execFileSync('umount', ['-l', dataDir])
      rmSync(dataDir, { recursive: true })
    }
  },
)

test('a disk that is slow delays the answer, and never comes after it', async () => {
  const collector = await startCollector()
  const blocker = openLogFile(collector.dir)
  blocker.exec('BEGIN IMMEDIATE')
  let answered = false
  const answer = collector.get(hit).then(({ status }) => {
    answered = true
    return status
  })
  await new Promise(resolve => setTimeout(resolve, 300))
  expect(answered).toBe(false)
  blocker.exec('COMMIT')
  blocker.close()
  expect(await answer).toBe(200)
  expect(collector.stored()).toHaveLength(1)
  await collector.stop()
})

test('a clock that jumps back a day changes times and nothing else', async () => {
  let at = now
  const collector = await startCollector({ clock: () => at })
  await collector.get(`${hit}&_i=1`)
  at -= day
  await collector.get(`${hit}&_i=2`)
  await collector.get(`${hit}&_i=1`)
  await collector.get('/e?_k=nope')
  expect(collector.stored().map(({ _i, _r }) => [_i, _r])).toEqual([
    ['1', now],
    ['2', now - day],
  ])
  expect(collector.refusals.take()).toMatchObject([{ day: '2026-03-01', count: 1 }])
  await collector.stop()
})

test('many senders that never finish hold up nobody', async () => {
  const collector = await startCollector()
  const sockets = Array.from({ length: 300 }, (_, i) => {
    const socket = connect(collector.port, '127.0.0.1')
    socket.on('error', () => {})
    socket.write(i % 2 ? 'GET /e?_k=' : 'POST /e HTTP/1.1\r\nHost: t\r\nContent-Length: 1000\r\n\r\n_k=')
    return socket
  })
  await Promise.all(sockets.map(socket => new Promise(resolve => socket.once('connect', resolve))))
  expect((await collector.get(hit)).status).toBe(200)
  expect(collector.stored()).toHaveLength(1)
  for (const socket of sockets) socket.destroy()
  await collector.stop()
})

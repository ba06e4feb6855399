import { spawn } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { key, startCollector } from '@/_analytics/collect/collector.fixture'
import { fuzz, fuzzSettings } from '@/_analytics/collect/fuzz.fixture'
import { killRounds } from '@/_analytics/collect/kill.fixture'
import { logFile } from '@/_analytics/store/log'

test('200 kills under load lose no acknowledged hit and double none', async () => {
  const { acknowledged, lost, doubled } = await killRounds(200)
  expect(acknowledged).toBeGreaterThan(5000)
  expect({ lost, doubled }).toEqual({ lost: [], doubled: 0 })
}, 1_800_000)

test('100,000 random requests: no error, no forbidden row, no growing memory', async () => {
  const collector = await startCollector({ settings: fuzzSettings, trustedProxies: 1 })
  await fuzz(collector, 20_000)
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  const { sent } = await fuzz(collector, 100_000)
  expect(sent).toBe(100_000)
  globalThis.gc?.()
  expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024)
  await collector.stop()
}, 1_800_000)

test('1,000 half-open senders are let go while others are served', async () => {
  const collector = await startCollector()
  const closed: Socket[] = []
  const sockets = Array.from({ length: 1000 }, (_, i) => {
    const socket = connect(collector.port, '127.0.0.1')
    socket.on('error', () => {})
    socket.on('close', () => closed.push(socket))
    socket.resume()
    socket.write(i % 2 ? 'GET /e?_k=' : 'POST /e HTTP/1.1\r\nHost: t\r\nContent-Length: 1000\r\n\r\n_k=')
    return socket
  })
  await Promise.all(sockets.map(socket => new Promise(resolve => socket.once('connect', resolve))))
  const { status } = await collector.get(`/e?_k=${key}&_p=bob&_n=X`)
  expect(status).toBe(200)
  await expect.poll(() => closed.length, { timeout: 60_000, interval: 500 }).toBe(1000)
  await collector.stop()
})

test('a log whose tail was damaged in a crash opens with all that was acknowledged', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'tail-'))
  const script = join(import.meta.dirname, '../../app/_analytics/collect/serve.fixture.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, dir], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const port = await new Promise(resolve => child.stdout.once('data', data => resolve(Number(data))))
  for (let i = 0; i < 50; i++) await fetch(`http://127.0.0.1:${port}/e?_k=${key}&_p=bob&_n=X&_i=${i}`)
  const exited = new Promise(resolve => child.once('exit', resolve))
  child.kill('SIGKILL')
  await exited
  const wal = `${logFile(dir)}-wal`
  expect(existsSync(wal)).toBe(true)
  appendFileSync(wal, Buffer.alloc(10_000, 0xa5))
  const collector = await startCollector({ dataDir: dir })
  expect(collector.stored()).toHaveLength(50)
  expect((await collector.get(`/e?_k=${key}&_p=bob&_n=X&_i=7`)).status).toBe(200)
  expect((await collector.get(`/e?_k=${key}&_p=bob&_n=X&_i=new`)).status).toBe(200)
  expect(collector.stored()).toHaveLength(51)
  await collector.stop()
  rmSync(dir, { recursive: true })
})

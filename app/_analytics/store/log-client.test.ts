import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { logFile } from './log'
import { openLog } from './log-client'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'log-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const line = (id: string) => JSON.stringify({ _n: 'x', _t: 1, _r: 1, _i: id })

function stored(from = dir): string[] {
  const db = new Database(logFile(from))
  const found = db.prepare('SELECT line FROM hit ORDER BY seq').all() as { line: string }[]
  db.close()
  return found.map(row => JSON.parse(row.line)._i)
}

test('what was acknowledged is in the file, in the order it was given', async () => {
  const log = await openLog(dir)
  const ids = Array.from({ length: 5000 }, (_, i) => `${i}`)
  await Promise.all(ids.map(id => log.append('a', 1, line(id), id)))
  expect(stored()).toEqual(ids)
  await log.close()
})

test('a retry while the first is still on its way is stored once and answered after it is durable', async () => {
  const log = await openLog(dir)
  const first = log.append('a', 1, line('1'), '1')
  await log.append('a', 1, line('1'), '1')
  expect(stored()).toEqual(['1'])
  await first
  await log.append('a', 1, line('1'), '1')
  expect(stored()).toEqual(['1'])
  await log.close()
})

test('close commits what waits, and refuses what comes after', async () => {
  const log = await openLog(dir)
  const last = log.append('a', 1, line('1'))
  await log.close()
  await last
  expect(stored()).toEqual(['1'])
  await expect(log.append('a', 1, line('2'))).rejects.toMatchObject({ code: 'unavailable' })
})

test('appends pass while a long trim runs', async () => {
  const log = await openLog(dir)
  await Promise.all(Array.from({ length: 20_000 }, (_, i) => log.append('a', 1, line(`${i}`))))
  const done: string[] = []
  const trim = log.trim(20_000).then(() => done.push('trim'))
  const append = log.append('a', 1, line('late')).then(() => done.push('append'))
  await Promise.all([trim, append])
  expect(done).toEqual(['append', 'trim'])
  expect(stored()).toEqual(['late'])
  await log.close()
})

test('more than the stated bound in memory is refused instead of kept', async () => {
  const log = await openLog(dir)
  const large = JSON.stringify({ _n: 'x'.repeat(1024 * 1024), _t: 1, _r: 1 })
  const results = await Promise.allSettled(Array.from({ length: 70 }, () => log.append('a', 1, large)))
  const refused = results.filter(result => result.status === 'rejected')
  expect(refused.length).toBeGreaterThan(0)
  expect(refused[0]?.reason).toMatchObject({ code: 'unavailable' })
  await log.append('a', 1, line('after'))
  expect(stored()).toHaveLength(results.length - refused.length + 1)
  await log.close()
})

test('when the writer dies the hits in flight are refused, and a new one takes over', async () => {
  const log = await openLog(dir)
  await log.append('a', 1, line('1'), '1')
  const worker = (log as unknown as { worker: { terminate(): Promise<number> } }).worker
  const lost = log.append('a', 1, line('2'), '2')
  await Promise.all([expect(lost).rejects.toMatchObject({ code: 'unavailable' }), worker.terminate()])
  const retry = async (): Promise<void> => {
    await new Promise(resolve => setTimeout(resolve, 50))
    await log.append('a', 1, line('2'), '2').catch(retry)
  }
  await retry()
  expect(stored()).toEqual(['1', '2'])
  await log.close()
})

test('a second opener of a newer file gets one clear sentence', async () => {
  const db = new Database(logFile(dir))
  db.exec('PRAGMA user_version = 7')
  db.close()
  await expect(openLog(dir)).rejects.toThrow(/it is of version 7/)
})

const mounted = (() => {
  const at = mkdtempSync(join(tmpdir(), 'full-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', at], { stdio: 'ignore' })
    return at
  } catch {
    rmSync(at, { recursive: true })
  }
})()

test.skipIf(!mounted)('a full disk refuses hits, keeps what it acknowledged, and recovers', async () => {
  const disk = mounted as string
  try {
    const log = await openLog(disk)
    const acknowledged: string[] = []
    let refusal: unknown
    for (let i = 0; !refusal && i < 10_000; i++) {
      const id = `${i}`
      await log.append('a', 1, JSON.stringify({ _i: id, text: 'x'.repeat(5000) }), id).then(
        () => acknowledged.push(id),
        error => {
          refusal = error
        },
      )
    }
    expect(refusal).toMatchObject({ code: 'unavailable' })
    expect(acknowledged.length).toBeGreaterThan(20)
    execFileSync('mount', ['-o', 'remount,size=16m', disk])
    await log.append('a', 1, line('after'), 'after')
    await log.close()
    expect(stored(disk)).toEqual([...acknowledged, 'after'])
  } finally {
    execFileSync('umount', ['-l', disk])
    rmSync(disk, { recursive: true })
  }
})

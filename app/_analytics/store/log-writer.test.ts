import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import Database from 'libsql'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { logFile } from './log'
import { LogWriter } from './log-writer'
import { insertIdHash, RecentIds } from './recent-ids'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'log-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const batch = (...hits: [site: string, id?: string][]) => ({
  sites: hits.map(hit => hit[0]),
  received: hits.map((_, i) => i),
  lines: hits.map(([, id]) => JSON.stringify({ _n: 'x', _t: 1, _r: 1, ...(id && { _i: id }) })),
  ids: hits.map(hit => hit[1]),
})

function rows(): { seq: number; site: string; line: string }[] {
  const db = new Database(logFile(dir))
  const found = db.prepare('SELECT seq, site, line FROM hit ORDER BY seq').all()
  db.close()
  return found as { seq: number; site: string; line: string }[]
}

test('a repeated insert id is stored once, within a batch, across batches and across sites separately', () => {
  const writer = new LogWriter(dir)
  writer.append(batch(['a', '1'], ['a', '1'], ['b', '1'], ['a'], ['a']))
  writer.append(batch(['a', '1'], ['a', '2']))
  writer.close()
  expect(rows().map(row => row.site)).toEqual(['a', 'b', 'a', 'a', 'a'])
})

test('insert ids are remembered after a restart, trimmed or not', () => {
  const writer = new LogWriter(dir)
  writer.append(batch(['a', '1'], ['a', '2'], ['a', '3']))
  while (writer.trim(2)) {}
  writer.close()
  const again = new LogWriter(dir)
  again.append(batch(['a', '1'], ['a', '2'], ['a', '3'], ['a', '4']))
  again.close()
  expect(rows().map(row => JSON.parse(row.line)._i)).toEqual(['3', '4'])
})

test('numbers are never given twice, even when everything was trimmed', () => {
  const writer = new LogWriter(dir)
  writer.append(batch(['a'], ['a'], ['a']))
  while (writer.trim(3)) {}
  writer.append(batch(['a']))
  writer.close()
  expect(rows().map(row => row.seq)).toEqual([4])
})

test('a long log is trimmed in pieces and its remembered ids stay within the bound', () => {
  const writer = new LogWriter(dir, 1024)
  for (let i = 0; i < 5; i++) {
    writer.append(batch(...Array.from({ length: 1000 }, (_, j): [string, string] => ['a', `${i}-${j}`])))
  }
  let pieces = 1
  while (writer.trim(4500)) pieces += 1
  writer.close()
  expect(pieces).toBe(5)
  expect(rows()).toHaveLength(500)
  const db = new Database(logFile(dir))
  const kept = db.prepare('SELECT sum(length(hashes)) / 8 AS ids FROM seen').get() as { ids: number }
  db.close()
  expect(kept.ids).toBeLessThanOrEqual(2048)
})

test('a full file refuses the whole batch, and the next one works once there is room', () => {
  const writer = new LogWriter(dir)
  writer.append(batch(['a', '1']))
  const { db } = writer
  const pages = Object.values(db.prepare('PRAGMA page_count').get() as object)[0]
  db.exec(`PRAGMA max_page_count = ${pages}`)
  const large = batch(...Array.from({ length: 500 }, (_, i): [string, string] => ['a', `large ${i}`]))
  expect(() => writer.append(large)).toThrow(/full/)
  db.exec('PRAGMA max_page_count = 1000000')
  writer.append(large)
  writer.close()
  expect(rows()).toHaveLength(501)
})

test('a log of a newer version and a file that is no database are refused with their names', () => {
  new LogWriter(dir).close()
  const db = new Database(logFile(dir))
  db.exec('PRAGMA user_version = 99')
  db.close()
  expect(() => new LogWriter(dir)).toThrow(/log\.db can't be opened: it is of version 99/)
  rmSync(dir, { recursive: true })
  writeFileSync(dir, 'a file where a folder should be')
  expect(() => new LogWriter(dir)).toThrow(/log\.db can't be opened/)
})

test('a million ids have a million hashes, however much alike they are', () => {
  const hashes = new Set<bigint>()
  for (let i = 0; i < 500_000; i++) {
    hashes.add(insertIdHash('site_one', `${i}`))
    hashes.add(insertIdHash('site_one1', `0${i}`))
  }
  expect(hashes.size).toBe(1_000_000)
  const lowBits = new Set([...hashes].map(hash => Number(hash & 0xfffffn)))
  // Of 2^20 places, a random function would fill 63 % with 2^20 keys.
  expect(lowBits.size / 2 ** 20).toBeGreaterThan(0.6)
})

test('recent ids are found, and never an id that was not added', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { maxLength: 200 }), fc.string(), (ids, other) => {
      const recent = new RecentIds(64)
      for (const id of ids) recent.add(insertIdHash('site', id))
      for (const id of ids.slice(-64)) expect(recent.has(insertIdHash('site', id))).toBe(true)
      if (!ids.includes(other)) expect(recent.has(insertIdHash('site', other))).toBe(false)
    }),
  )
})

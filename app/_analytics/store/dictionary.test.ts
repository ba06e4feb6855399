import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findIdentities, numberIdentities, numberValues } from './dictionary'
import { openSiteFile, type SiteDb } from './site-file'

const dir = mkdtempSync(join(tmpdir(), 'dictionary-'))
let db: SiteDb
beforeAll(() => {
  db = openSiteFile(dir, 'site_a')
})
afterAll(() => {
  db.close()
  rmSync(dir, { recursive: true })
})

const texts = fc.uniqueArray(fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constant('a\0b')), {
  maxLength: 20,
})

test('a text keeps its number, different texts have different ones, whatever they are made of', () => {
  const known = new Map<string, number>()
  fc.assert(
    fc.property(texts, given => {
      const numbers = numberIdentities(db, given)
      given.forEach((text, i) => {
        expect(numbers[i]).toBe(known.get(text) ?? numbers[i])
        known.set(text, numbers[i] as number)
      })
      expect(findIdentities(db, given)).toEqual([...numbers])
    }),
  )
  const whole = [...known].filter(([text]) => !text.includes('\0'))
  expect(new Set(whole.map(([, number]) => number)).size).toBe(whole.length)
})

test('texts that no database can hold get a number all the same', () => {
  const [half, other] = numberIdentities(db, ['half \ud83d', 'half \ud83e'])
  expect(half).toBeGreaterThan(0)
  expect(other).toBe(half)
  const kept = db.prepare('SELECT identity FROM identity WHERE person = ?').get(half) as { identity: string }
  expect(kept.identity).toBe('half \ufffd')
})

test('values are numbered within their property', () => {
  expect([...numberValues(db, 1, ['gold', 'silver'])]).toEqual([1, 2])
  expect([...numberValues(db, 2, ['silver'])]).toEqual([1])
  expect([...numberValues(db, 1, ['iron', 'silver', 'gold'])]).toEqual([3, 2, 1])
})

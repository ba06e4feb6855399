import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bulkWrite } from './bulk'
import { exportSite } from './export'
import { hitsInFile } from './import'

test('what one site exported another imports, however old; what is no hit is counted by reason', () => {
  const dir = mkdtempSync(join(tmpdir(), 'import-'))
  const file = join(dir, 'hits.ndjson')
  const lines = [
    { _p: 'anna', _n: 'page view', _t: 1_200_000_000, url: 'https://x.io/é' },
    { _p: 'anna', _p2: 'anna@x.io', _t: 1_200_000_001 },
    { _p: 'anna@x.io', _t: 1_200_000_002, plan: 'gold' },
    { _n: 'page view', _t: 1_200_000_003 },
  ]
  const wrong = [
    '{',
    '[]',
    '{"_n":"x"}',
    '{"_p":"a","_p2":"","_t":5}',
    '{"_t":5}',
    `{"_t":5,"x":"${'x'.repeat(70_000)}"}`,
  ]
  const odd = '{"_p":"ben","_n":"Signed Up","_t":"1200000004","Plan":3,"deep":{},"_z":"1"}'
  try {
    writeFileSync(file, [...lines.map(line => JSON.stringify(line)), ...wrong, '', odd].join('\n'))
    const refused = new Map<string, number>()
    let read = 0
    const hits = hitsInFile(file, Date.UTC(2026, 10, 24), refused, bytes => {
      read = bytes
    })
    expect(bulkWrite(dir, 'site_a', hits)).toBe(5)
    expect(read).toBeGreaterThan(70_000)
    expect([...refused.values()].reduce((sum, count) => sum + count)).toBe(wrong.length)
    expect(refused.get('not JSON')).toBe(1)
    const exported = [...exportSite(dir, 'site_a')].join('').trim().split('\n')
    expect(exported.map(line => JSON.parse(line))).toEqual([
      ...lines,
      { _p: 'ben', _n: 'signed up', _t: 1_200_000_004, plan: '3' },
    ])
  } finally {
    rmSync(dir, { recursive: true })
  }
})

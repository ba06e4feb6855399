import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openCountries } from './country'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'country-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

/** Values in the data format of MaxMind's DB specification 2.0: only what a country database needs. */
function encode(value: string | number | Record<string, unknown>): Buffer {
  const control = (type: number, size: number) =>
    type > 7 ? Buffer.from([size, type - 7]) : Buffer.from([(type << 5) | size])
  if (typeof value === 'string') return Buffer.concat([control(2, value.length), Buffer.from(value)])
  if (typeof value === 'number') {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32BE(value)
    return Buffer.concat([control(6, 4), bytes])
  }
  const entries = Object.entries(value)
  const parts = entries.flatMap(([name, one]) => [encode(name), encode(one as string)])
  return Buffer.concat([control(7, entries.length), ...parts])
}

/** A database that knows one IPv4 network, in a tree of IPv6 or of IPv4 addresses. */
function writeDatabase(
  network: string,
  bits: number,
  ipVersion: 4 | 6,
  record: Record<string, unknown>,
): string {
  const address = network
    .split('.')
    .map(byte => Number(byte).toString(2).padStart(8, '0'))
    .join('')
    .slice(0, bits)
  const path = (ipVersion === 6 ? '0'.repeat(96) : '') + address
  const nodes = Buffer.alloc(path.length * 6)
  ;[...path].forEach((bit, node) => {
    const next = node + 1 < path.length ? node + 1 : path.length + 16
    nodes.writeUIntBE(bit === '0' ? next : path.length, node * 6, 3)
    nodes.writeUIntBE(bit === '1' ? next : path.length, node * 6 + 3, 3)
  })
  const metadata = encode({
    node_count: path.length,
    record_size: 24,
    ip_version: ipVersion,
    database_type: 'Country',
    binary_format_major_version: 2,
    binary_format_minor_version: 0,
    build_epoch: 1,
  })
  const file = join(dir, 'country.mmdb')
  const mark = Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1')
  writeFileSync(file, Buffer.concat([nodes, Buffer.alloc(16), encode(record), mark, metadata]))
  return file
}

test.each([
  [6, { country: { iso_code: 'DE' } }],
  [4, { country: { iso_code: 'DE' } }],
  [6, { country_code: 'DE' }],
] as const)('a tree of IPv%d with %j', async (version, record) => {
  const country = await openCountries(writeDatabase('203.0.113.0', 24, version, record))
  expect(country('203.0.113.77')).toBe('DE')
  expect(country('203.0.114.77')).toBeUndefined()
  expect(country('2001:db8::1')).toBeUndefined()
  expect(country('cb00:7100::')).toBeUndefined()
})

test('without a file every country is unknown, and a file that is none is named', async () => {
  expect((await openCountries())('203.0.113.77')).toBeUndefined()
  const file = join(dir, 'none.mmdb')
  writeFileSync(file, 'not a database')
  await expect(openCountries(file)).rejects.toThrow(`GEOIP_FILE ${file} can't be read`)
  await expect(openCountries(join(dir, 'absent'))).rejects.toThrow('absent')
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnKind, decodeColumn, encodeCodes, encodeNumbers, exactNumber, textAt } from './columns'

const cells = <T>(value: fc.Arbitrary<T>) =>
  fc.array(fc.option(value, { nil: undefined, freq: 3 }), { maxLength: 60 })
const present = <T>(column: (T | undefined)[]) => ({
  at: Uint32Array.from(column.flatMap((value, row) => (value === undefined ? [] : [row]))),
  values: column.filter(value => value !== undefined),
})

test('codes come back as they were laid out, dense or sparse, narrow or wide, wherever the bytes lie', () => {
  const code = fc.oneof(fc.integer({ min: 1, max: 0xffff }), fc.integer({ min: 1, max: 0xffffffff }))
  fc.assert(
    fc.property(cells(code), fc.nat({ max: 7 }), (column, shift) => {
      const { at, values } = present(column)
      const { kind, data } = encodeCodes(at, Uint32Array.from(values), column.length)
      const shifted = new Uint8Array(data.length + shift).subarray(shift)
      shifted.set(data)
      const decoded = decodeColumn({ kind, data: shifted }, column.length, code => `${code}`)
      expect(column.map((_, row) => textAt(decoded, row))).toEqual(column.map(value => value?.toString()))
    }),
  )
})

test('numbers come back as the very texts they were', () => {
  fc.assert(
    fc.property(cells(fc.double({ noNaN: true })), column => {
      const { at, values } = present(column)
      const stored = encodeNumbers(at, Float64Array.from(values), column.length)
      const decoded = decodeColumn(stored, column.length, String)
      expect(column.map((_, row) => textAt(decoded, row))).toEqual(column.map(value => value?.toString()))
    }),
  )
})

test.each([
  [10, 10, 9, columnKind.codes16],
  [10, 10, 70_000, columnKind.codes32],
  [1000, 100, 9, columnKind.sparseCodes],
  [1000, 300, 9, columnKind.codes16],
])('%i rows with %i codes up to %i take the smallest layout', (rows, filled, code, kind) => {
  const at = Uint32Array.from({ length: filled }, (_, i) => i)
  expect(
    encodeCodes(
      at,
      at.map(() => code),
      rows,
    ).kind,
  ).toBe(kind)
})

test.each([
  ['12', 12],
  ['-0.5', -0.5],
  ['1e+21', 1e21],
  ['007', Number.NaN],
  ['1.50', Number.NaN],
  ['-0', Number.NaN],
  [' 1', Number.NaN],
  ['', Number.NaN],
  ['0x10', Number.NaN],
  ['$100', Number.NaN],
  ['9007199254740993', Number.NaN],
])('%j is worth %d as an exact number', (text, value) => {
  expect(exactNumber(text)).toBe(value)
})

/** How a column's BLOB is laid out, little endian. Sparse ones are [values × n][rows u32 × n]. */
export const columnKind = { codes16: 0, codes32: 1, numbers: 2, sparseCodes: 3, sparseNumbers: 4 } as const
export type ColumnKind = (typeof columnKind)[keyof typeof columnKind]

export type StoredColumn = { kind: ColumnKind; data: Uint8Array }

/** One value a row. Code 0 and NaN say that the row has none. */
export type Column =
  | { codes: Uint16Array | Uint32Array; text(code: number): string; numbers?: undefined }
  | { numbers: Float64Array; codes?: undefined }

/** The value of a row as it was sent, undefined where it has none. */
export function textAt(column: Column, row: number): string | undefined {
  if (column.numbers) {
    const value = column.numbers[row] as number
    return Number.isNaN(value) ? undefined : String(value)
  }
  const code = column.codes[row] as number
  return code === 0 ? undefined : column.text(code)
}

/** What a text is worth as a number if the number prints as exactly that text, else NaN. */
export function exactNumber(text: string): number {
  if (text.length > 24) return Number.NaN
  const value = Number(text)
  return String(value) === text ? value : Number.NaN
}

/**
 * Lays out codes (1 and up) that stand at some of a column's rows.
 * @param at the rows, ascending
 */
export function encodeCodes(at: Uint32Array, codes: Uint32Array, rows: number): StoredColumn {
  const wide = codes.some(code => code > 0xffff)
  if (at.length * 8 < rows * (wide ? 4 : 2)) {
    return { kind: columnKind.sparseCodes, data: join(codes, at) }
  }
  const dense = wide ? new Uint32Array(rows) : new Uint16Array(rows)
  for (let i = 0; i < at.length; i++) dense[at[i] as number] = codes[i] as number
  return { kind: wide ? columnKind.codes32 : columnKind.codes16, data: bytes(dense) }
}

/** Lays out numbers that stand at some of a column's rows. */
export function encodeNumbers(at: Uint32Array, numbers: Float64Array, rows: number): StoredColumn {
  if (at.length * 12 < rows * 8) return { kind: columnKind.sparseNumbers, data: join(numbers, at) }
  const dense = new Float64Array(rows).fill(Number.NaN)
  for (let i = 0; i < at.length; i++) dense[at[i] as number] = numbers[i] as number
  return { kind: columnKind.numbers, data: bytes(dense) }
}

/** A property's column as arrays of one value a row, dense ones without copying. */
export function decodeColumn(stored: StoredColumn, rows: number, text: (code: number) => string): Column {
  const { kind, data } = stored
  if (kind === columnKind.codes16) return { codes: new Uint16Array(...view(data, 2)), text }
  if (kind === columnKind.codes32) return { codes: new Uint32Array(...view(data, 4)), text }
  if (kind === columnKind.numbers) return { numbers: new Float64Array(...view(data, 8)) }
  const width = kind === columnKind.sparseCodes ? 4 : 8
  const entries = data.byteLength / (width + 4)
  const at = u32(data.subarray(entries * width))
  if (kind === columnKind.sparseCodes) {
    return { codes: spread(new Uint32Array(rows), u32(data.subarray(0, entries * 4)), at), text }
  }
  const numbers = new Float64Array(...view(data.subarray(0, entries * 8), 8))
  return { numbers: spread(new Float64Array(rows).fill(Number.NaN), numbers, at) }
}

/** How many of a column's rows have a value. */
export function valuesIn({ kind, data }: StoredColumn, rows: number): number {
  if (kind === columnKind.sparseCodes) return data.byteLength / 8
  if (kind === columnKind.sparseNumbers) return data.byteLength / 12
  const column = decodeColumn({ kind, data }, rows, String)
  let count = 0
  if (column.numbers) for (const value of column.numbers) count += Number.isNaN(value) ? 0 : 1
  else for (const code of column.codes) count += code === 0 ? 0 : 1
  return count
}

/**
 * The same column with only some of its rows.
 * @param kept the rows to keep, ascending
 */
export function keepRows({ kind, data }: StoredColumn, rows: number, kept: Uint32Array): StoredColumn {
  if (kind === columnKind.codes16) return { kind, data: bytes(pick(new Uint16Array(...view(data, 2)), kept)) }
  if (kind === columnKind.codes32) return { kind, data: bytes(pick(new Uint32Array(...view(data, 4)), kept)) }
  if (kind === columnKind.numbers)
    return { kind, data: bytes(pick(new Float64Array(...view(data, 8)), kept)) }
  const width = kind === columnKind.sparseCodes ? 4 : 8
  const entries = data.byteLength / (width + 4)
  const at = u32(data.subarray(entries * width))
  const place = new Int32Array(rows).fill(-1)
  for (let i = 0; i < kept.length; i++) place[kept[i] as number] = i
  const stays = Uint32Array.from(at.keys()).filter(entry => (place[at[entry] as number] as number) >= 0)
  const values = data.subarray(0, entries * width)
  const picked = width === 4 ? pick(u32(values), stays) : pick(new Float64Array(...view(values, 8)), stays)
  return {
    kind,
    data: join(
      picked,
      stays.map(entry => place[at[entry] as number] as number),
    ),
  }
}

/** The bytes of a BLOB as 32-bit numbers: a view where they are aligned, else a copy. */
export const u32 = (data: Uint8Array): Uint32Array<ArrayBuffer> => new Uint32Array(...view(data, 4))

export const bytes = (array: ArrayBufferView): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength)

function view(data: Uint8Array, width: number): [ArrayBuffer, number, number] {
  const aligned = data.byteOffset % width === 0 ? data : data.slice()
  return [aligned.buffer as ArrayBuffer, aligned.byteOffset, data.byteLength / width]
}

function pick<A extends Uint16Array | Uint32Array | Float64Array>(values: A, at: Uint32Array): A {
  const picked = values.slice(0, at.length) as A
  for (let i = 0; i < at.length; i++) picked[i] = values[at[i] as number] as number
  return picked
}

function join(values: ArrayBufferView, at: Uint32Array): Uint8Array {
  const joined = new Uint8Array(values.byteLength + at.byteLength)
  joined.set(bytes(values))
  joined.set(bytes(at), values.byteLength)
  return joined
}

function spread<A extends Uint32Array | Float64Array>(dense: A, values: A, at: Uint32Array): A {
  for (let i = 0; i < at.length; i++) dense[at[i] as number] = values[i] as number
  return dense
}

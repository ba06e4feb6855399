import type { Column } from '../../store/columns'
import type { Segment } from '../source'

/** The number of "no value". */
export const none = 0

/** Numbers what a property's values are shown as, from 1; each value of a dictionary is looked at once. */
export class Labels {
  readonly texts: string[] = ['']
  private readonly numbers = new Map<string, number>()
  private readonly known = new Map<string, number>()

  /** @param project what a value is shown as; '' for none */
  constructor(private readonly project: (value: string) => string) {}

  number(value: string): number {
    let found = this.known.get(value)
    if (found === undefined) {
      const text = this.project(value)
      found = text === '' ? none : this.numberOf(text)
      this.known.set(value, found)
    }
    return found
  }

  /** The number of what each row of some segments is shown as. */
  read(property: string, segments: readonly Segment[], at: Uint32Array, rows: Uint32Array): Uint32Array {
    const readers: ((row: number) => number)[] = []
    const found = new Uint32Array(rows.length)
    for (let i = 0; i < rows.length; i++) {
      const segment = at[i] as number
      readers[segment] ??= this.reader((segments[segment] as Segment).column(property))
      found[i] = readers[segment]!(rows[i] as number)
    }
    return found
  }

  private reader(column: Column | undefined): (row: number) => number {
    if (!column) return () => none
    if (column.numbers) {
      const { numbers } = column
      return row => (Number.isNaN(numbers[row]) ? none : this.number(String(numbers[row])))
    }
    const { codes, text } = column
    const unknown = 0xffffffff
    let table = new Uint32Array(256).fill(unknown)
    return row => {
      const code = codes[row] as number
      if (code === 0) return none
      if (code >= table.length) {
        const larger = new Uint32Array(Math.max(code + 1, table.length * 2)).fill(unknown)
        larger.set(table)
        table = larger
      }
      const number = table[code] as number
      if (number !== unknown) return number
      const fresh = this.number(text(code))
      table[code] = fresh
      return fresh
    }
  }

  private numberOf(text: string): number {
    let found = this.numbers.get(text)
    if (found === undefined) {
      found = this.texts.push(text) - 1
      this.numbers.set(text, found)
    }
    return found
  }
}

/** The numbers of a column at some rows of some segments; 0 where there is none. */
export function numbersAt(
  property: string,
  segments: readonly Segment[],
  at: Uint32Array,
  rows: Uint32Array,
): Float64Array {
  const readers: ((row: number) => number)[] = []
  const found = new Float64Array(rows.length)
  for (let i = 0; i < rows.length; i++) {
    const segment = at[i] as number
    readers[segment] ??= numberReader((segments[segment] as Segment).column(property))
    found[i] = readers[segment]!(rows[i] as number)
  }
  return found
}

function numberReader(column: Column | undefined): (row: number) => number {
  if (!column) return () => 0
  if (column.numbers) {
    const { numbers } = column
    return row => numbers[row] || 0
  }
  const { codes, text } = column
  const known: number[] = [0]
  return row => {
    const code = codes[row] as number
    known[code] ??= Number(text(code)) || 0
    return known[code]
  }
}

import type { Column } from '../../store/columns'

/** The number of "no value". */
export const none = 0

const unknown = 0xffffffff

/** Numbers what a property's values are shown as, from 1; each value of a dictionary is looked at once. */
export class Labels {
  readonly texts: string[] = ['']
  private readonly numbers = new Map<string, number>()
  private readonly known = new Map<string, number>()
  /** Numbers by code, for each dictionary. */
  private readonly tables = new Map<(code: number) => string, Uint32Array>()

  /** @param project what a value is shown as; '' for none */
  constructor(private readonly project: (value: string) => string) {}

  /** Writes the number of what each row of a column is shown as. */
  read(column: Column | undefined, into: Uint32Array): void {
    if (!column) return
    if (column.numbers) {
      column.numbers.forEach((value, row) => {
        into[row] = Number.isNaN(value) ? none : this.number(String(value))
      })
      return
    }
    const { codes, text } = column
    let most = 0
    for (let row = 0; row < codes.length; row++)
      if ((codes[row] as number) > most) most = codes[row] as number
    const table = this.table(text, most)
    for (let row = 0; row < codes.length; row++) {
      const code = codes[row] as number
      let number = table[code] as number
      if (number === unknown) {
        number = this.number(text(code))
        table[code] = number
      }
      into[row] = number
    }
  }

  private table(text: (code: number) => string, most: number): Uint32Array {
    const known = this.tables.get(text)
    if (known && known.length > most) return known
    const table = new Uint32Array(Math.max(256, 2 * most + 1)).fill(unknown)
    if (known) table.set(known)
    table[0] = none
    this.tables.set(text, table)
    return table
  }

  private number(value: string): number {
    let found = this.known.get(value)
    if (found === undefined) {
      const text = this.project(value)
      found = text === '' ? none : this.numberOf(text)
      this.known.set(value, found)
    }
    return found
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

import type { Column } from '../../store/columns'
import { type Format, formatted } from '../definition/segment'

/** The number of "no value". */
export const none = 0

/**
 * Numbers the values of one property from 1, whatever columns they come from; 0 is for none. Values that the
 * format makes equal have one number.
 */
export class Values {
  private readonly texts: string[] = ['']
  private readonly numbers = new Map<string, number>()
  private readonly byText = new Map<(code: number) => string, Translation>()
  private addresses = false

  constructor(private readonly format: Format = 'text') {}

  /** How many numbers are in use, none included. */
  get size(): number {
    return this.texts.length
  }

  /** What each number stands for; what has none is `None`, or `Direct` among addresses (kissmetrics.md, 3.2). */
  get names(): string[] {
    return [this.addresses ? 'Direct' : 'None', ...this.texts.slice(1)]
  }

  number(text: string): number {
    const { text: shown, isUrl } = formatted(text, this.format)
    this.addresses ||= isUrl && this.format !== 'text'
    const found = this.numbers.get(shown)
    if (found !== undefined) return found
    const next = this.texts.push(shown) - 1
    this.numbers.set(shown, next)
    return next
  }

  /** The number of each row's value. */
  reader(column: Column): (row: number) => number {
    if (column.numbers) {
      const { numbers } = column
      return row => {
        const value = numbers[row] as number
        return Number.isNaN(value) ? none : this.number(String(value))
      }
    }
    const { codes } = column
    const known = this.translation(column.text)
    return row => {
      const code = codes[row] as number
      if (code === 0) return none
      return known.get(code) ?? known.learn(code)
    }
  }

  private translation(text: (code: number) => string): Translation {
    let found = this.byText.get(text)
    if (!found) {
      found = new Translation(code => this.number(text(code)))
      this.byText.set(text, found)
    }
    return found
  }
}

/** From the codes of one dictionary to numbers. */
class Translation {
  private table = new Uint32Array(256)

  constructor(private readonly ask: (code: number) => number) {}

  get(code: number): number | undefined {
    const found = this.table[code]
    return found === 0 ? undefined : found
  }

  learn(code: number): number {
    if (code >= this.table.length) {
      const larger = new Uint32Array(Math.max(code + 1, this.table.length * 2))
      larger.set(this.table)
      this.table = larger
    }
    const number = this.ask(code)
    this.table[code] = number
    return number
  }
}

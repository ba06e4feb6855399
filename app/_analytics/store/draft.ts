import type { Hit } from '../hit'

/** What a row is when it is no event: a property set is the pseudo-event 0; an alias has no columns at all. */
export const propertySet = 0
export const aliasRow = -1

/** Numbers texts densely from 0, in the order they come. */
class Names {
  readonly list: string[] = []
  private readonly numbers = new Map<string, number>()

  number(text: string): number {
    let found = this.numbers.get(text)
    if (found === undefined) {
      found = this.list.length
      this.list.push(text)
      this.numbers.set(text, found)
    }
    return found
  }
}

/** Hits, and characters of their lines, in a run at most: what is sorted and read back in one piece. */
export const maxRun = { rows: 250_000, size: 128 * 1024 * 1024 }

export type Alias = { a: number; b: number; at: number }

/**
 * Hits on their way to a run, in receive order, taken apart into plain arrays with numbers of the draft's own:
 * nothing here knows a file, so the log's rows, an import and the hot tail are all read the same way.
 */
export class Draft {
  readonly lines: string[] = []
  /** Per row: an index into `identities`; 0 is nobody. */
  readonly person: number[] = []
  /** Per row: an index into `events`, or `aliasRow`. */
  readonly event: number[] = []
  /** Per row: event time in Unix ms, to the millisecond where the server chose it. */
  readonly at: number[] = []
  /** Per row: 1 for a bot. */
  readonly bot: number[] = []
  /** Per row: where its cells begin; they end where the next row's begin. */
  readonly cellStart: number[] = [0]
  readonly cellProperty: number[] = []
  readonly cellValue: number[] = []
  readonly aliases: Alias[] = []

  private readonly identityNames = new Names()
  private readonly eventNames = new Names()
  private readonly propertyNames = new Names()
  private readonly valueNames: Names[] = []
  private readonly insertIds = new Set<string>()
  private size = 0

  constructor() {
    this.identityNames.number('')
    this.eventNames.number('')
  }

  get rows(): number {
    return this.lines.length
  }

  /** Whether it is as large as a run should be. */
  get full(): boolean {
    return this.rows >= maxRun.rows || this.size >= maxRun.size
  }

  /** `identities[0]` stands for nobody. */
  get identities(): readonly string[] {
    return this.identityNames.list
  }

  /** `events[0]` stands for the property set. */
  get events(): readonly string[] {
    return this.eventNames.list
  }

  get properties(): readonly string[] {
    return this.propertyNames.list
  }

  /** The texts that a property (an index into `properties`) takes in this draft. */
  values(property: number): readonly string[] {
    return this.valueNames[property]?.list ?? []
  }

  /** Adds the hit that was received next. A repeated insert id adds nothing. */
  add(hit: Hit, line: string): void {
    if (hit._i !== undefined) {
      if (this.insertIds.has(hit._i)) return
      this.insertIds.add(hit._i)
    }
    const person = this.identity(hit._p)
    this.lines.push(line)
    this.size += line.length
    this.person.push(person)
    this.at.push(eventTime(hit))
    this.bot.push(hit._b === 1 ? 1 : 0)
    if (hit._p2 === undefined) {
      this.event.push(hit._n ? this.eventNames.number(hit._n) : propertySet)
      this.addCells(hit)
    } else {
      this.event.push(aliasRow)
      const other = this.identity(hit._p2)
      if (person !== 0 && other !== 0 && person !== other) {
        this.aliases.push({ a: person, b: other, at: hit._t })
      }
    }
    this.cellStart.push(this.cellProperty.length)
  }

  private identity(text: string | undefined): number {
    return text === undefined ? 0 : this.identityNames.number(text)
  }

  private addCells(hit: Hit): void {
    for (const name in hit) {
      const value = hit[name]
      if (name.charCodeAt(0) === underscore || value === undefined) continue
      const property = this.propertyNames.number(name)
      if (property === this.valueNames.length) this.valueNames.push(new Names())
      this.cellProperty.push(property)
      this.cellValue.push((this.valueNames[property] as Names).number(String(value)))
    }
  }
}

const underscore = 95

/** Where the server chose the second, its millisecond is the time; else the sender's second is all there is. */
const eventTime = (hit: Hit): number =>
  Math.floor(hit._r / 1000) === hit._t ? hit._r : Math.floor(hit._t) * 1000

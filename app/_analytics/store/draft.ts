import type { Hit } from '../hit'
import { growingF64, growingU32, Lines } from './growing'

/** A property set is the pseudo-event 0. An alias is a row without columns. */
export const propertySet = 0
export const aliasRow = 0xffffffff

/** Hits, and bytes of their lines, in a run at most: what is sorted and read back in one piece. */
export const maxRun = { rows: 250_000, size: 128 * 1024 * 1024 }

/** Numbers texts densely from 0, in the order they come. */
class Names {
  readonly list: string[] = []
  private readonly numbers = new Map<string, number>()

  constructor(...first: string[]) {
    for (const text of first) this.number(text)
  }

  number(text: string): number {
    let found = this.numbers.get(text)
    if (found === undefined) {
      found = this.list.push(text) - 1
      this.numbers.set(text, found)
    }
    return found
  }
}

/** `a` and `b` are indices into a draft's identities; `at` is in Unix seconds. */
export type Alias = { a: number; b: number; at: number }

/** The rows of a draft, one entry each. */
export type DraftRows = {
  /** An index into the draft's identities. */
  person: Uint32Array
  /** An index into its events. */
  event: Uint32Array
  /** Unix ms. */
  at: Float64Array
  /** 0 or 1. */
  bot: Uint32Array
  /** A row's cells are those from `cellStart[row]` up to `cellStart[row + 1]`. */
  cellStart: Uint32Array
  cellProperty: Uint32Array
  cellValue: Uint32Array
}

/** A draft that is not added to any more: what a run is made of. */
export interface FinishedDraft {
  readonly rows: number
  /** Places up to the last row's, free ones included. */
  readonly span: number
  /** `identities[0]` stands for nobody. */
  readonly identities: readonly string[]
  /** `events[0]` stands for the property set. */
  readonly events: readonly string[]
  readonly properties: readonly string[]
  readonly aliases: readonly Alias[]
  readonly columns: DraftRows
  /** The texts that a property (an index into `properties`) takes in this draft. */
  values(property: number): readonly string[]
  /** The bytes of a row's raw line. */
  line(row: number): Uint8Array
  /** A row's place in the receive order of its run. */
  place(row: number): number
}

/**
 * Hits on their way to a run, in receive order, taken apart into plain arrays with numbers of the draft's own:
 * nothing here knows a file, so the log's rows, an import and the hot tail are all read the same way.
 */
export class Draft implements FinishedDraft {
  rows = 0
  span = 0
  readonly identities: readonly string[]
  readonly events: readonly string[]
  readonly properties: readonly string[]
  readonly aliases: Alias[] = []

  /** The raw lines, where they were given. */
  private readonly lines = new Lines()
  private readonly personColumn = growingU32()
  private readonly eventColumn = growingU32()
  private readonly atColumn = growingF64()
  private readonly botColumn = growingU32()
  private readonly cellStarts = growingU32()
  private readonly cellProperties = growingU32()
  private readonly cellValues = growingU32()
  private readonly identityNames = new Names('')
  private readonly eventNames = new Names('')
  private readonly propertyNames = new Names()
  private readonly valueNames: Names[] = []
  private readonly places = growingU32()

  constructor() {
    this.identities = this.identityNames.list
    this.events = this.eventNames.list
    this.properties = this.propertyNames.list
    this.cellStarts.push(0)
  }

  /** Whether it is as large as a run should be. */
  get full(): boolean {
    return this.rows >= maxRun.rows || this.lines.size >= maxRun.size
  }

  get columns(): DraftRows {
    return {
      person: this.personColumn.values,
      event: this.eventColumn.values,
      at: this.atColumn.values,
      bot: this.botColumn.values,
      cellStart: this.cellStarts.values,
      cellProperty: this.cellProperties.values,
      cellValue: this.cellValues.values,
    }
  }

  values(property: number): readonly string[] {
    return this.valueNames[property]?.list ?? []
  }

  /**
   * Adds the hit that was received next. (That an insert id comes once was seen to when it was appended.)
   * @param line the hit as it is to be kept; left out where columns are all that is wanted
   * @param place its place in the run, larger than that before; given where places of erased hits are kept free
   */
  add(hit: Hit, line?: string, place = this.span): void {
    const person = this.identity(hit._p)
    this.places.push(place)
    this.span = place + 1
    if (line !== undefined) this.lines.push(line)
    this.personColumn.push(person)
    this.atColumn.push(eventTime(hit))
    this.botColumn.push(hit._b === 1 ? 1 : 0)
    if (hit._p2 === undefined) {
      this.eventColumn.push(hit._n ? this.eventNames.number(hit._n) : propertySet)
      this.addCells(hit)
    } else {
      this.eventColumn.push(aliasRow)
      this.addAlias(person, this.identity(hit._p2), hit._t)
    }
    this.cellStarts.push(this.cellProperties.length)
    this.rows += 1
  }

  line(row: number): Uint8Array {
    return this.lines.bytes(row)
  }

  /** Everything in it as plain data that another thread can take over without copying the large parts. */
  pack(): PackedDraft {
    const { rows, span, identities, events, properties, aliases } = this
    const columns = Object.fromEntries(
      Object.entries(this.columns).map(([name, values]) => [name, values.slice()]),
    ) as DraftRows
    const values = properties.map((_, property) => this.values(property))
    const places = this.places.values.slice()
    return {
      rows,
      span,
      identities,
      events,
      properties,
      aliases,
      columns,
      values,
      places,
      ...this.lines.take(),
    }
  }

  place(row: number): number {
    return this.places.at(row)
  }

  private identity(text: string | undefined): number {
    return text === undefined ? 0 : this.identityNames.number(text)
  }

  private addAlias(a: number, b: number, at: number): void {
    if (a !== 0 && b !== 0 && a !== b) this.aliases.push({ a, b, at })
  }

  private addCells(hit: Hit): void {
    for (const name in hit) {
      const value = hit[name]
      if (name.charCodeAt(0) === underscore || value === undefined) continue
      const property = this.propertyNames.number(name)
      if (property === this.valueNames.length) this.valueNames.push(new Names())
      this.cellProperties.push(property)
      this.cellValues.push((this.valueNames[property] as Names).number(String(value)))
    }
  }
}

/** A draft as another thread gets it. */
export type PackedDraft = Omit<FinishedDraft, 'values' | 'line' | 'place'> & {
  values: readonly (readonly string[])[]
  places: Uint32Array
  /** The raw lines one after the other, and where each ends. */
  text: Uint8Array<ArrayBuffer>
  ends: Float64Array
}

export const unpack = ({ values, places, text, ends, ...draft }: PackedDraft): FinishedDraft => ({
  ...draft,
  values: property => values[property] as readonly string[],
  line: row => text.subarray(row === 0 ? 0 : ends[row - 1], ends[row]),
  place: row => places[row] as number,
})

/** What need not be copied when a packed draft goes to another thread. */
export const transferable = ({ columns, places, text, ends }: PackedDraft): ArrayBuffer[] =>
  [...Object.values(columns), places, text, ends].map(array => array.buffer as ArrayBuffer)

const underscore = 95

/** Where the server chose the second, its millisecond is the time; else the sender's second is all there is. */
export const eventTime = (hit: Hit): number =>
  Math.floor(hit._r / 1000) === hit._t ? hit._r : Math.floor(hit._t) * 1000

import type { Hit } from '../hit'
import type { PropertyUse, Segment } from '../reports/source'
import { arrange, type DraftSegment, type Earlier } from './arrange'
import { type Column, exactNumber } from './columns'
import { Draft } from './draft'
import type { LogRow } from './log-reader'
import { dueForMerge } from './run-tiers'

/** Person numbers for identities, where the site's file has one. */
export type Numbering = { find(identities: readonly string[]): number[]; next: number }
type EarlierOf = (event: string, bot: number, day: number) => Iterable<Earlier>

/** Log rows that became one run in memory. */
type TailRun = {
  rows: LogRow[]
  /** The person number of each row. */
  people: Uint32Array
  segments: TailSegment[]
  merges: TailMerge[]
}

/** Two person numbers that are one person since `at` (Unix seconds). */
type TailMerge = { a: number; b: number; at: number }

/**
 * What a site received since its last compaction: runs like those of its file, but in memory. New rows become a
 * run of their own, and small runs one larger one, just as the compactor does it.
 */
export class Tail {
  private runs: TailRun[] = []
  private readonly numbers = new Map<string, number>()
  /** Identities that the file does not know, by their person number beyond its own. */
  private readonly newcomers: string[] = []
  private next: number

  constructor(
    private readonly numbering: Numbering,
    private readonly earlier: EarlierOf,
  ) {
    this.next = numbering.next
  }

  /** One more than the highest person number; identities that the file does not know have numbers beyond its own. */
  get people(): number {
    return this.next
  }

  /** Pairs of person numbers that are one person. */
  get aliases(): [number, number][] {
    return this.merges.map(({ a, b }) => [a, b])
  }

  get merges(): TailMerge[] {
    return this.runs.flatMap(run => run.merges)
  }

  /** The person number of an identity that came in here, else 0. */
  find(identity: string): number {
    return this.numbers.get(identity) ?? 0
  }

  /** What a person number that the file does not have is called. */
  identity(person: number): string | undefined {
    return this.newcomers[person - this.numbering.next]
  }

  /** Person numbers, that the file does not have, of identities that contain a text in any case. */
  search(part: string, most: number): number[] {
    const wanted = part.toLowerCase()
    const found = this.newcomers.flatMap((identity, i) =>
      identity.toLowerCase().includes(wanted) ? [this.numbering.next + i] : [],
    )
    return found.slice(0, most)
  }

  /** The hits of some people, in receive order. */
  hitsOf(persons: ReadonlySet<number>): Hit[] {
    return this.runs.flatMap(({ rows, people }) =>
      rows.filter((_, row) => persons.has(people[row] as number)).map(row => JSON.parse(row.line) as Hit),
    )
  }

  events(): string[] {
    return [...new Set(this.runs.flatMap(run => run.segments.map(segment => segment.event)))]
  }

  of(event: string, bot: number, from: number, to: number): TailSegment[] {
    return this.runs.flatMap(run =>
      run.segments.filter(one => one.event === event && one.bot === bot && one.day >= from && one.day <= to),
    )
  }

  /** Every property with its values since a day. */
  properties(since: number): PropertyUse[] {
    return this.runs.flatMap(run =>
      run.segments.filter(segment => segment.bot === 0).flatMap(segment => segment.properties(since)),
    )
  }

  /** Adds rows that were received after all others. */
  add(rows: LogRow[]): void {
    if (!rows.length) return
    this.runs.push(this.build(rows))
    const due = dueForMerge(this.runs.map(run => run.rows.length))
    if (!due) return
    const [from, to] = due
    const later = this.runs.slice(to)
    const merged = this.runs.slice(from, to).flatMap(run => run.rows)
    this.runs = this.runs.slice(0, from)
    this.runs.push(this.build(merged), ...later)
  }

  /** The rows after a seq, which a new tail begins with. */
  rowsAfter(seq: number): LogRow[] {
    return this.runs.flatMap(run => run.rows.filter(row => row.seq > seq))
  }

  private build(rows: LogRow[]): TailRun {
    const draft = new Draft()
    for (const row of rows) draft.add(JSON.parse(row.line) as Hit)
    const people = this.number(draft.identities)
    const earlier: EarlierOf = (event, bot, day) => [
      ...this.earlier(event, bot, day),
      ...this.of(event, bot, day, day),
    ]
    const { segments } = arrange(draft, people, earlier)
    return {
      rows,
      people: draft.columns.person.map(person => people[person] as number),
      segments: segments.map(segment => new TailSegment(segment, draft)),
      merges: draft.aliases.map(({ a, b, at }) => ({ a: people[a] as number, b: people[b] as number, at })),
    }
  }

  private number(identities: readonly string[]): Uint32Array {
    const fresh = identities.slice(1).filter(identity => !this.numbers.has(identity))
    const found = this.numbering.find(fresh)
    fresh.forEach((identity, i) => {
      this.numbers.set(identity, found[i] || this.next++)
      if (!found[i]) this.newcomers.push(identity)
    })
    const number = (identity: string, i: number) => (i === 0 ? 0 : (this.numbers.get(identity) as number))
    return Uint32Array.from(identities, number)
  }
}

class TailSegment implements Segment {
  readonly event: string
  readonly bot: number
  readonly day: number
  readonly rows: number
  readonly person: Uint32Array
  readonly time: Uint32Array

  constructor(
    private readonly segment: DraftSegment,
    private readonly draft: Draft,
  ) {
    this.event = draft.events[segment.event] as string
    this.bot = segment.bot
    this.day = segment.day
    this.rows = segment.person.length
    this.person = segment.person
    this.time = segment.time
  }

  properties(since: number): PropertyUse[] {
    return [...this.segment.columns].map(([index, { values }]) => {
      const texts = this.draft.values(index)
      const use = { count: this.day < since ? 0 : values.length, numbers: false, texts: false }
      for (const value of new Set(values)) {
        const text = texts[value] as string
        if (text === '') continue
        if (Number.isNaN(exactNumber(text))) use.texts = true
        else use.numbers = true
      }
      return { ...use, name: this.draft.properties[index] as string, lastDay: this.day }
    })
  }

  column(property: string): Column | undefined {
    const index = this.draft.properties.indexOf(property)
    const found = this.segment.columns.get(index)
    if (!found) return undefined
    const texts = this.draft.values(index)
    const codes = new Uint32Array(this.rows)
    found.at.forEach((row, i) => {
      codes[row] = (found.values[i] as number) + 1
    })
    return { codes, text: code => texts[code - 1] as string }
  }
}

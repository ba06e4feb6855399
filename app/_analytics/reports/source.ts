import type { Hit } from '../hit'
import type { Column } from '../store/columns'

/** The rows of one event on one UTC day that arrived together, bots left out. Arrays are read when asked for. */
export interface Segment {
  /** Days since the Unix epoch. */
  readonly day: number
  readonly rows: number
  /** Names this segment for good: the same key, the same rows. None in the hot tail, where they still change. */
  readonly key?: string
  /** Person numbers; 0 is nobody. Rows of one person stand together. */
  readonly person: Uint32Array
  /** Milliseconds since the day began, UTC. */
  readonly time: Uint32Array
  /** A property's value of each row; undefined when no row has it. */
  column(property: string): Column | undefined
}

/**
 * Which identities are one person. Few people are merged ones: a report asks the bits first, which stay in the
 * processor's cache, and `canon`, which does not, only for those.
 */
export type Merges = {
  /** For each person number the one that it was merged into; there is room for numbers to come. */
  canon: Uint32Array
  /** A bit for each person number, 32 to an element: whether it is one of several that are one person. */
  isMerged: Uint32Array
}

/**
 * What reports read: one site's events as they were at one moment, everything acknowledged included. The same
 * identity, event and second is already counted once; that two merged identities may repeat each other is left
 * to the report.
 */
export interface Source {
  /** One more than the highest person number. */
  readonly people: number
  /** Undefined when nobody was merged. */
  readonly merges: Merges | undefined
  /** All event names (lower case). */
  events(): string[]
  /** Segments of an event, by day; those of '' are property sets. Both days are included. */
  segments(event: string, from?: number, to?: number): Segment[]
  /** People one by one. */
  readonly persons: People
  /** Every property with how it was used; bots left out. May name one several times, from several places. */
  properties(since: number): PropertyUse[]
}

/** How a property was used in one place that it stands in. */
export type PropertyUse = {
  name: string
  /** Values since the day that was asked for. */
  count: number
  /** The last day it had a value, in days since the Unix epoch. */
  lastDay: number
  /** Whether there are values that are numbers, and values that are not. */
  numbers: boolean
  texts: boolean
}

/** Two person numbers that were said to be one person at `at` (Unix seconds); `undone`: until then. */
export type StoredMerge = { id?: number; a: number; b: number; at: number; undone?: number }

/** Hits in receive order; not complete where only the newest were read. */
export type PersonHits = { hits: Hit[]; complete: boolean }

/** Person numbers here are those of single identities: who was merged with whom is left to the caller. */
export interface People {
  /** The person number of an identity, 0 for one that is not known. */
  find(identity: string): number
  /** Person numbers of at most so many identities that contain a text, in any case. */
  search(part: string, most: number): number[]
  /** The identity behind each number, '' where there is none. */
  identities(persons: readonly number[]): string[]
  /** Everything received of some people as it is stored, at most about so many of the newest. Aliases included. */
  hits(persons: readonly number[], most: number): PersonHits
  /** The merges that any of some people is in, undone ones included. */
  merges(persons: readonly number[]): StoredMerge[]
}

import type { Column } from '../store/columns'

/** The rows of one event on one UTC day that arrived together, bots left out. Arrays are read when asked for. */
export interface Segment {
  /** Days since the Unix epoch. */
  readonly day: number
  readonly rows: number
  /** Person numbers; 0 is nobody. Rows of one person stand together. */
  readonly person: Uint32Array
  /** Milliseconds since the day began, UTC. */
  readonly time: Uint32Array
  /** A property's value of each row; undefined when no row has it. */
  column(property: string): Column | undefined
}

/**
 * What reports read: one site's events as they were at one moment, everything acknowledged included. The same
 * identity, event and second is already counted once; that two merged identities may repeat each other is left
 * to the report.
 */
export interface Source {
  /** One more than the highest person number. */
  readonly people: number
  /** For each person number the one it was merged into; undefined when nobody was merged. */
  readonly canon: Uint32Array | undefined
  /** All event names (lower case). */
  events(): string[]
  /** Segments of an event, by day. Both days are included. */
  segments(event: string, from?: number, to?: number): Segment[]
}

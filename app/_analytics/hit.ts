/**
 * One accepted hit, as it is written to the log, kept in row blocks and exported: a flat JSON object in the
 * raw-export form of kissmetrics.md 1.14. Keys that begin with `_` are the protocol's own; every other key is
 * a property (lower-case name, string value).
 *
 * - an event has `_n`; a property set has neither `_n` nor `_p2`; an alias has `_p2`.
 */
export type Hit = {
  /** The identity (case-sensitive, exact). Absent: recorded, but attributable to nobody (promise K4). */
  _p?: string
  /** The other identity of an alias. */
  _p2?: string
  /** Lower-case event name. */
  _n?: string
  /** Event time, Unix seconds, UTC. */
  _t: number
  /** Receive time, Unix milliseconds, UTC. Orders hits; where the server chose the time, `_t` is its second. */
  _r: number
  /** The sender's insert id, where it gave one: makes a retry exactly once. */
  _i?: string
  /** 1: looks like a bot; kept, and left out of reports by default. */
  _b?: 1
  [property: string]: string | number | undefined
}

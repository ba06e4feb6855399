/**
 * One person, by any of their person numbers; a page of their timeline, the newest first. Days and `zone` (an IANA
 * name) as in every report. `event` and `day` narrow the timeline; so does `kind`.
 */
export type PersonQuery = {
  report: 'person'
  person: number
  zone: string
  kind?: EntryKind
  event?: string
  day?: string
  /** From 1. */
  page?: number
  /** Entries of a page; 50 unless told. */
  size?: number
  /** Reads everything, however much it is: for an export. */
  whole?: boolean
}

export type EntryKind = 'event' | 'set' | 'merge'

/** One line of a timeline; `at` is Unix ms. A `set` is properties without an event. */
export type Entry = {
  kind: EntryKind
  at: number
  /** Under which identity it came; of a merge, both. */
  identity: string
  other?: string
  event?: string
  properties: Record<string, string>
  /** Number of the visit it belongs to, from 1. */
  visit?: number
  bot?: true
  /** Received more than a minute after it happened, Unix ms. */
  received?: number
}

/** A visit as it was; times are Unix ms. What was not sent is missing. */
export type PersonVisit = {
  number: number
  from: number
  to: number
  views: number
  events: number
  engagedSeconds: number
  entry?: string
  exit?: string
  channel?: string
  origin?: string
  referrer?: string
  searchTerms?: string
  campaign?: string
  browser?: string
  system?: string
  device?: string
  country?: string
  address?: string
}

/** Neighbouring equal values of a property, from the first to the last second (Unix ms) they were received for. */
export type Stretch = { value: string; from: number; to: number; times: number }

/** A property of a person (kissmetrics.md, 3.2): its values counted, and how they followed each other. */
export type PropertyHistory = { name: string; values: number; stretches: Stretch[] }

export type PersonIdentity = {
  /** Its person number. */
  person: number
  identity: string
  /** Made by a browser's library, and not given by the site. */
  anonymous: boolean
  events: number
  /** Unix ms. */
  first?: number
  last?: number
}

/** Two identities that were said to be one person; `at` and `undone` are Unix seconds. */
export type PersonMerge = { a: PersonName; b: PersonName; id?: number; at: number; undone?: number }
type PersonName = { person: number; identity: string }

/** Firsts of a customer's life, in Unix ms; `visits`: how many had begun by then. */
export type Milestones = { signedUp?: { at: number; visits: number }; paid?: number }

export type PersonAnswer = {
  /** The number that stands for the merged person; 0 when there is nobody of that number. */
  person: number
  /** What to call them: a named identity where there is one. */
  name: string
  /** Identities with data of their own (kissmetrics.md, 3.1.7), named ones first. */
  identities: PersonIdentity[]
  merges: PersonMerge[]
  first?: number
  last?: number
  events: number
  /** Hits that were sent twice and count once. */
  repeats: number
  /** Hits that look like a program's; left out of everything but the timeline. */
  bots: number
  /** False where the person has more hits than are read: then all of this is of the newest. */
  complete: boolean
  counts: [event: string, times: number][]
  visits: PersonVisit[]
  /** Newest first by the time of the last value. */
  properties: PropertyHistory[]
  revenue?: { total: number; times: number; largest: number }
  milestones: Milestones
  /** Events by day of the zone. */
  days: Record<string, number>
  timeline: { entries: Entry[]; total: number }
}

export const nobody: PersonAnswer = {
  person: 0,
  name: '',
  identities: [],
  merges: [],
  events: 0,
  repeats: 0,
  bots: 0,
  complete: true,
  counts: [],
  visits: [],
  properties: [],
  milestones: {},
  days: {},
  timeline: { entries: [], total: 0 },
}

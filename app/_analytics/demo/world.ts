import type { Person } from './person'
import type { Random } from './random'
import type { Visit } from './visit'

/** How somebody came: what the landing page's address and the browser's referrer say. */
export type Touch = {
  channel: 'organic' | 'social' | 'referral' | 'email' | 'paid' | 'direct'
  referrer?: string
  /** Of the landing page's address, with its question mark. */
  query?: string
  /** What an engine that still tells its search terms told. */
  search?: Record<string, string>
  campaign?: Record<string, string>
}

/** What happens to a person on a later day: another visit, or news of them from the site's own server. */
export type Errand = 'visit' | 'charge' | 'invite'

/** What a world may do while the demo runs. */
export type Stage = {
  random: Random
  /** Days since the demo began. */
  today: number
  /** Brings a person back `days` from today; days after the demo's end are forgotten. */
  later: (days: number, person: Person, errand: Errand) => void
  /** An event that the site's own server sends about a named person, at Unix ms. */
  record: (person: Person, at: number, event: string, properties: Record<string, string>) => void
}

/** One demo site: where its visitors come from and what they do there. */
export type World = {
  origin: string
  /** Keeps the people of two sites apart: no identity of one appears in the other. */
  seed: number
  /** Mean hits that one newcomer causes within the demo's days: turns a wanted size into a number of people. */
  hitsPerNewcomer: number
  /** How many were already customers when the demo begins, per newcomer. */
  founders: number
  touch: (person: Person, launched: boolean, stage: Stage) => Touch
  visit: (visit: Visit, touch: Touch, stage: Stage) => void
  errand: (errand: Errand, person: Person, at: number, stage: Stage) => void
  /** Makes a person a customer of long standing, with a first errand. */
  found: (person: Person, stage: Stage) => void
}

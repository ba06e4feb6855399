import type { ConsentReason } from '@/_privacy/verdict'
import type { Hit } from '../hit'
import type { Agent } from './browser'
import type { NameLimits } from './limits'
import type { CollectedSite } from './registry'

/** Why a hit was not stored. It goes into a response header and into counts, so it never says anything of who. */
export type DropReason =
  | ConsentReason
  // decode
  | 'method'
  | 'head'
  | 'aborted'
  | 'too-large'
  | 'charset'
  | 'malformed'
  | 'too-many'
  | 'bad-signature'
  // site
  | 'missing-key'
  | 'unknown-key'
  // normalise
  | 'too-old'
  | 'empty'
  | 'blocked-event'
  // redact
  | 'sensitive-identity'
  // limits
  | 'too-many-names'
  // identify
  | 'no-person'
  | 'long-identity'
  | 'same-identity'
  | 'cookieless'
  | 'named-merge'
  | 'unsigned-identity'

export type HitKind = 'event' | 'set' | 'alias'

/** Who sent a request, as far as the connection and its headers tell. */
export type Sender = {
  /** Of the caller or, behind trusted proxies, of theirs. */
  address: string
  userAgent: string
  /** The opt-out cookie, Sec-GPC and DNT of the request. */
  optedOut: boolean
  /** The site's own opt-out, where the page is on our host or a subdomain of it. */
  siteOptedOut: boolean
  gpc: boolean
  dnt: boolean
  /** The page's address as the browser names it, or ''. */
  referer: string
  /** What stands behind `Authorization: Bearer`, or ''. */
  bearer: string
  /** The request as a whole carried a valid signature of this site's secret. */
  signed: boolean
  /** Unix ms, UTC. */
  received: number
}

/** A hit on its way through the steps. */
export type Draft = {
  kind: HitKind
  /** The parameters as sent, decoded; of repeated ones the last. */
  fields: Map<string, string>
  sender: Sender
  /** Set by the decoder: the fields can't be believed, but they may still say whose site it was. */
  bad?: DropReason
  /** From here on set by the steps, in their order. */
  site: CollectedSite
  /** The sender holds the site's secret. */
  trusted: boolean
  agent: Agent
  /** The visitor's; '' where it is not known. */
  address: string
  isBot: boolean
  /** May be attributed to a person. */
  identity: boolean
  properties: Map<string, string>
  hit: Hit
}

/** What a step may look at besides the hit. */
export type StepContext = {
  byKey(key: string): CollectedSite | undefined
  /** Counts something that is not a refusal of the whole hit. */
  note(site: string, what: string, at: number): void
  country(address: string): string | undefined
  names: NameLimits
}

/** One step: changes the draft, or says why it is dropped. */
export type Step = (draft: Draft, context: StepContext) => DropReason | undefined

import { z } from 'zod'

/** What a site's owner decides. Every field has the default a new site starts with. */
export const siteSettings = z.object({
  /** Honour Do Not Track (P4). Off by default, as the policy says; GPC is always honoured. */
  honourDnt: z.boolean().default(false),
  /** Record without any identifier. */
  cookieless: z.boolean().default(false),
  /** What is kept of the address: its network (/24, /48), all of it, or nothing. */
  ip: z.enum(['truncate', 'full', 'none']).default('truncate'),
  /** Days that events are kept, by when they happened; 0 keeps them for ever. */
  keepDays: z.coerce.number().int().min(0).max(3660).default(0),
  /** Believe `_ip`, `_ua` from senders without the secret: for legacy server libraries. */
  legacySenders: z.boolean().default(false),
  /** Property names (lower case) that are never stored. */
  blockedProperties: z.array(z.string()).default([]),
  /** Event names (lower case) whose hits are refused. */
  blockedEvents: z.array(z.string()).default([]),
  /** When not empty, hits whose page is on another host are refused. */
  allowedHosts: z.array(z.string()).default([]),
  /** IP addresses or CIDR ranges whose hits are refused. */
  blockedAddresses: z.array(z.string()).default([]),
  /** Path patterns with `*` whose hits are refused. */
  blockedPaths: z.array(z.string()).default([]),
  /** Regular expressions; a matching value is redacted before it is stored. */
  redactPatterns: z.array(z.string()).default([]),
  /** Refuse an alias between two named identities. */
  forbidNamedMerges: z.boolean().default(false),
  /** Require an HMAC of the identity with `identify`. */
  signedIdentities: z.boolean().default(false),
  /** What the tracker does on its own (kissmetrics.md 2.6 and 2.12). */
  automatic: z
    .object({
      visitedSite: z.boolean().default(true),
      pageView: z.boolean().default(true),
      referrer: z.boolean().default(true),
      searchEngine: z.boolean().default(true),
      campaigns: z.boolean().default(true),
      urlApi: z.boolean().default(true),
      formFields: z.boolean().default(false),
      returning: z.boolean().default(true),
      engagement: z.boolean().default(true),
      outbound: z.boolean().default(true),
      downloads: z.boolean().default(true),
      vitals: z.boolean().default(false),
    })
    .prefault({}),
  /** Tracking rules of the event library (kissmetrics.md 2.9). */
  rules: z
    .array(
      z.object({
        kind: z.enum(['visit', 'visit-regex', 'click', 'submit']),
        match: z.string(),
        event: z.string(),
        properties: z.record(z.string(), z.string()).default({}),
      }),
    )
    .default([]),
  includeHost: z.boolean().default(true),
  /** 'decorrelated' draws each A/B test independently; 'legacy' is Kissmetrics' one bucket for all tests. */
  abMode: z.enum(['decorrelated', 'legacy']).default('decorrelated'),
})

export type SiteSettings = z.infer<typeof siteSettings>

/** A site as the collector knows it: held in memory, refreshed when app.db changes. */
export type Site = {
  id: string
  accountId: string
  name: string
  url: string
  key: string
  /** The HMAC secret, unsealed. */
  secret: string
  timezone: string
  settings: SiteSettings
}

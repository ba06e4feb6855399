import { z } from 'zod'
import { authors } from '../authors'
import { series } from '../series'
import { tags } from '../tags'

const keys = <T extends object>(of: T) => Object.keys(of) as [keyof T & string, ...(keyof T & string)[]]

/** `2026-11-24` (means 08:00 UTC of that day) or a full instant with its offset. */
const instant = z.union([z.iso.date(), z.iso.datetime({ offset: true })], {
  error: 'must be a date (2026-11-24) or an instant with its zone (2026-11-24T09:00:00Z)',
})
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens')
const zone = z
  .string()
  .refine(name => Intl.supportedValuesOf('timeZone').includes(name), 'must be an IANA time zone')

const page = {
  title: z.string().min(3).max(90),
  /** Shown under the title, in search results and link previews. */
  description: z.string().min(40).max(200),
  content: z.string(),
}

export const postSchema = z.strictObject({
  ...page,
  /** From this instant on the post is public, without a new build. */
  published: instant,
  updated: instant.optional(),
  draft: z.boolean().default(false),
  author: z.enum(keys(authors)).default('desk'),
  tags: z.array(z.enum(keys(tags))).min(1),
  series: z.enum(keys(series)).optional(),
  /** Slugs this post had before: they redirect here. */
  formerSlugs: z.array(slug).default([]),
  /** Where the text first appeared, when that was elsewhere. */
  canonical: z.url().optional(),
})

/** A page of its own: about, security. */
export const pageSchema = z.strictObject(page)

export const docSchema = z.strictObject({
  ...page,
  section: z.enum(['Start', 'Send data', 'Understand', 'Operate']),
  order: z.number().int(),
})

export const productSchema = z.strictObject({
  ...page,
  /** One or two words for menus. */
  name: z.string().min(3).max(30),
  order: z.number().int(),
  /** What of it works today; `coming` pages say so before anything else. */
  status: z.enum(['works', 'partly', 'coming']),
})

export const legalSchema = z.strictObject({
  ...page,
  document: z.enum(['privacy', 'terms', 'providers', 'transparency', 'cookies']),
  /** A text in preparation: it is never in force, whatever its day. */
  draft: z.boolean().default(false),
  /** The version's name and the day it is posted, UTC. */
  effective: z.iso.date(),
  /** A material change is announced and binds existing people 14 days later (V1, V2). */
  material: z.boolean(),
  kind: z.enum(['first', 'change', 'control']),
  /** What changed since the version before, in a sentence or two. */
  changes: z.string(),
})

export const webinarSchema = z.strictObject({
  ...page,
  /** Local time in `zone`, as printed on the page. */
  start: z.iso.datetime({ local: true }),
  zone,
  minutes: z.number().int().positive(),
  capacity: z.number().int().positive(),
  speakers: z.array(z.strictObject({ name: z.string(), role: z.string() })).min(1),
  /** Called off: everyone who registered is told. */
  cancelled: z.boolean().default(false),
  /** Where it takes place; shown only to those who registered. */
  join: z.url().optional(),
  replay: z.url().optional(),
  slides: z.url().optional(),
})

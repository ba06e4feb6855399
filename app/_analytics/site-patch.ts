import { isIP, isIPv6 } from 'node:net'
import { RE2JS } from 're2js'
import { z } from 'zod'
import { type SiteSettings, siteSettings } from './sites'

/** Entries a list of settings may have: all of them are held in memory and looked through for every hit. */
const mostEntries = 200

const listOf = (entry: z.ZodType<string>) => z.array(entry).max(mostEntries, `At most ${mostEntries} lines.`)

const name = z.string().max(255, 'A name has at most 255 characters.')

const host = z
  .string()
  .regex(
    /^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*$/i,
    'Write host names alone, such as shop.example or *.shop.example.',
  )

const address = z.string().refine(isAddress, 'Write an IP address, or a range such as 192.0.2.0/24.')

const path = z
  .string()
  .max(500, 'A path has at most 500 characters.')
  .regex(/^[/*]/, 'A path begins with / or *.')

const pattern = z
  .string()
  .max(500, 'An expression has at most 500 characters.')
  .refine(isExpression, 'This is no regular expression in RE2 syntax.')

function isAddress(text: string): boolean {
  const [bare = '', bits, more] = text.split('/')
  if (!isIP(bare) || more !== undefined) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (isIPv6(bare) ? 128 : 32))
}

function isExpression(text: string): boolean {
  try {
    RE2JS.compile(text)
    return true
  } catch {
    return false
  }
}

export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/** @param code three letters of ISO 4217 */
export const isCurrency = (code: string): boolean => Intl.supportedValuesOf('currency').includes(code)

const rule = siteSettings.shape.rules.unwrap().element.extend({
  match: z.string().min(1, 'A rule needs something to match.').max(500, 'At most 500 characters.'),
  event: name.min(1, 'A rule needs the name of its event.'),
})

/** What may be changed of a site; what is absent stays as it is. */
export type SitePatch = {
  name?: string
  url?: string
  timezone?: string
  currency?: string
  settings?: Partial<SiteSettings>
}

/**
 * The settings form as it has to be when it arrives, whole. It is stricter than what may stand in the database
 * (siteSettings): an entry that would do nothing is refused while there is somebody to tell.
 */
export const siteForm = z.object({
  name: z.string().trim().min(1, 'The site needs a name.').max(120, 'At most 120 characters.'),
  url: z
    .url({ protocol: /^https?$/, error: 'Write the whole address, with https:// in front.' })
    .max(500, 'At most 500 characters.'),
  timezone: z.string().refine(isTimeZone, 'This is no time zone.'),
  currency: z.string().refine(isCurrency, 'This is no currency.'),
  settings: siteSettings.extend({
    blockedProperties: listOf(name),
    blockedEvents: listOf(name),
    allowedHosts: listOf(host),
    blockedAddresses: listOf(address),
    blockedPaths: listOf(path),
    redactPatterns: listOf(pattern),
    rules: z.array(rule).max(100, 'At most 100 rules.'),
  }),
})

/** What a new site is asked for first. */
export const siteBasics = siteForm.pick({ name: true, url: true, timezone: true, currency: true })

/** The first thing wrong with each field, by the field's own name; of a list it says which line. */
export function patchErrors(error: z.ZodError): { field: string; message: string }[] {
  const errors = new Map<string, string>()
  for (const { path, message } of error.issues) {
    const [field = 'name', entry] = path[0] === 'settings' ? path.slice(1) : path
    const text = typeof entry === 'number' ? `${message} (${ordinal(field)} ${entry + 1})` : message
    if (!errors.has(String(field))) errors.set(String(field), text)
  }
  return [...errors].map(([field, message]) => ({ field, message }))
}

const ordinal = (field: PropertyKey) => (field === 'rules' ? 'rule' : 'line')

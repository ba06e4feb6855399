import type { SiteSettings } from '@/_analytics/sites'

/** What the form shows: every value as text, a ticked box as 'on', a list with one entry a line. */
export type Typed = Record<string, string>

export const lists = [
  'blockedProperties',
  'blockedEvents',
  'allowedHosts',
  'blockedAddresses',
  'blockedPaths',
  'redactPatterns',
] as const satisfies (keyof SiteSettings)[]

const boxes = [
  'honourDnt',
  'cookieless',
  'legacySenders',
  'forbidNamedMerges',
  'signedIdentities',
  'includeHost',
] as const satisfies (keyof SiteSettings)[]

export const behaviours = [
  'visitedSite',
  'pageView',
  'referrer',
  'searchEngine',
  'campaigns',
  'urlApi',
  'formFields',
  'returning',
  'engagement',
  'outbound',
  'downloads',
  'vitals',
] as const satisfies (keyof SiteSettings['automatic'])[]

/** Empty rows after the rules there are, so that rules can be added without script. */
const spareRules = 2
const longest = 20_000

/** A site as its form shows it first. */
export function typedOf(site: {
  name: string
  url: string
  timezone: string
  currency: string
  settings: SiteSettings
}): Typed {
  const { settings } = site
  const on = (value: boolean) => (value ? 'on' : '')
  const { name, url, timezone, currency } = site
  const typed: Typed = { name, url, timezone, currency }
  typed.ip = settings.ip
  typed.abMode = settings.abMode
  typed.keepDays = `${settings.keepDays}`
  for (const field of boxes) typed[field] = on(settings[field])
  for (const field of behaviours) typed[`automatic.${field}`] = on(settings.automatic[field])
  for (const field of lists) typed[field] = settings[field].join('\n')
  settings.rules.forEach((rule, i) => {
    typed[`rule.${i}.kind`] = rule.kind
    typed[`rule.${i}.match`] = rule.match
    typed[`rule.${i}.event`] = rule.event
    typed[`rule.${i}.properties`] = Object.entries(rule.properties)
      .map(([name, value]) => `${name} = ${value}`)
      .join('\n')
  })
  return typed
}

/** What was sent, as it was typed. Fields that the form does not have are left out. */
export function typedIn(data: FormData): Typed {
  const known = new Set<string>([
    'name',
    'url',
    'timezone',
    'currency',
    'ip',
    'keepDays',
    'abMode',
    ...boxes,
    ...lists,
  ])
  for (const field of behaviours) known.add(`automatic.${field}`)
  const typed: Typed = {}
  for (const [field, value] of data)
    if (typeof value === 'string' && (known.has(field) || /^rule\.\d{1,3}\.\w+$/.test(field)))
      typed[field] = value.slice(0, longest).replaceAll('\r\n', '\n')
  return typed
}

/** The form as the settings it stands for, not yet checked. A rule with neither pattern nor event is no rule. */
export function formOf(typed: Typed) {
  const text = (field: string) => typed[field] ?? ''
  const is = (field: string) => text(field) === 'on'
  const lines = (field: string) =>
    text(field)
      .split('\n')
      .map(line => line.trim())
      .filter(Boolean)
  return {
    name: text('name'),
    url: text('url').trim(),
    timezone: text('timezone'),
    currency: text('currency'),
    settings: {
      ip: text('ip'),
      keepDays: text('keepDays') || '0',
      abMode: text('abMode'),
      ...Object.fromEntries(boxes.map(field => [field, is(field)])),
      ...Object.fromEntries(lists.map(field => [field, lines(field)])),
      automatic: Object.fromEntries(behaviours.map(field => [field, is(`automatic.${field}`)])),
      rules: ruleRows(typed)
        .map(row => ({
          kind: text(`rule.${row}.kind`),
          match: text(`rule.${row}.match`).trim(),
          event: text(`rule.${row}.event`).trim(),
          properties: Object.fromEntries(lines(`rule.${row}.properties`).map(pair)),
        }))
        .filter(rule => rule.match || rule.event),
    },
  }
}

/** Which rows of rules the form has: those that are filled in and a few empty ones. */
export function ruleRows(typed: Typed): number[] {
  const filled = Object.keys(typed).flatMap(field => {
    const row = /^rule\.(\d+)\.(?:match|event)$/.exec(field)?.[1]
    return row && typed[field]?.trim() ? [Number(row)] : []
  })
  const rows = [...new Set(filled)].sort((a, b) => a - b)
  const next = (rows.at(-1) ?? -1) + 1
  return [...rows, ...Array.from({ length: spareRules }, (_, i) => next + i)]
}

function pair(line: string): [string, string] {
  const sign = line.indexOf('=')
  return sign < 0 ? [line, ''] : [line.slice(0, sign).trim(), line.slice(sign + 1).trim()]
}

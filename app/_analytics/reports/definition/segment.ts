import { z } from 'zod'
import { propertyName } from './condition'

/** Which of a person's values counts (kissmetrics.md, 4.1 "Attribution modes" and 4.2). */
export const modes = {
  event: 'at the time of the event',
  'first-range': 'first in the range',
  'last-range': 'last in the range',
  'first-ever': 'first ever',
  'last-ever': 'last ever',
} as const
export type Mode = keyof typeof modes

/** How values are put together: addresses by their host, text by its lower case, and so on. */
export const formats = {
  domain: 'addresses by host',
  path: 'addresses by path',
  url: 'addresses without query',
  lower: 'all in lower case',
  text: 'as they were sent',
} as const
export type Format = keyof typeof formats

export const segment = z.object({
  property: propertyName,
  mode: z.enum(Object.keys(modes) as [Mode, ...Mode[]]).default('event'),
  format: z.enum(Object.keys(formats) as [Format, ...Format[]]).default('domain'),
})
export type Segmentation = z.infer<typeof segment>

const address = /^[a-z][a-z0-9+.-]*:\/\/(?:www\.)?([^/?#:]*)(?::\d+)?([^?#]*)/i

/** @returns the value as a segment shows it, and whether it is an address */
export function formatted(value: string, format: Format): { text: string; isUrl: boolean } {
  const url = address.exec(value)
  if (format === 'lower') return { text: value.toLowerCase(), isUrl: false }
  if (!url || format === 'text') return { text: value, isUrl: url !== null }
  const host = (url[1] ?? '').toLowerCase()
  const path = url[2] || '/'
  const text = format === 'domain' ? host : format === 'path' ? path : `${host}${path}`
  return { text, isUrl: true }
}

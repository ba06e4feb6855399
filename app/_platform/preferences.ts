import { cookie } from './http/caller'

/** What a visitor chose for this site. One first-party cookie, with nothing in it that tells visitors apart. */
export type Preferences = {
  theme: 'auto' | 'light' | 'dark'
  reducedData: boolean
  zone?: string
  seen: string[]
}

export const preferencesCookie = {
  name: '__Host-preferences',
  attributes: { path: '/', secure: true, httpOnly: true, sameSite: 'lax', maxAge: 31_536_000 },
} as const

/** Reads `theme=dark&data=reduced&zone=Europe/Paris`; whatever it does not know is the default. */
export function readPreferences(cookieHeader: string | undefined): Preferences {
  const fields = new URLSearchParams(decodeSafely(cookie(cookieHeader, preferencesCookie.name) ?? ''))
  const theme = fields.get('theme')
  const seen = (fields.get('seen') ?? '').split(' ').filter(isNotice).slice(-mostSeen)
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    reducedData: fields.get('data') === 'reduced',
    ...(fields.get('zone') && { zone: fields.get('zone')! }),
    seen,
  }
}

/** The cookie's value, not yet percent-encoded. */
export function writePreferences({ theme, reducedData, zone, seen }: Preferences): string {
  const fields = new URLSearchParams()
  if (theme !== 'auto') fields.set('theme', theme)
  if (reducedData) fields.set('data', 'reduced')
  if (zone) fields.set('zone', zone)
  if (seen.length > 0) fields.set('seen', seen.slice(-mostSeen).join(' '))
  return fields.toString()
}

/**
 * The style sheet that makes a theme without script and without a flash (colours are written as light-dark()), hides
 * the notices that were closed, takes the fonts of the device where less data is wanted, and tells scripts the chosen
 * time zone: so no page differs between visitors.
 */
export function preferencesSheet({ theme, reducedData, zone, seen }: Preferences): string {
  const declared = [`color-scheme:${theme === 'auto' ? 'light dark' : theme}`]
  if (zone && isZone(zone)) declared.push(`--zone:"${zone}"`)
  const closed = seen.map(notice => `[data-notice="${notice}"]{display:none}`)
  return `:root{${declared.join(';')}}${reducedData ? deviceFonts : ''}${closed.join('')}`
}

const deviceFonts =
  'html:root{--font-newsreader-display:Georgia;--font-newsreader-text:Georgia;--font-public-sans:system-ui}'

/** Whether a text names a time zone that is known here, in letters that may stand in a style sheet. */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z0-9/_+-]{1,64}$/.test(name)) return false
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}

/** Whether the visitor wants as little as possible loaded. */
export const wantsLess = (cookieHeader: string | undefined): boolean =>
  Boolean(cookieHeader?.includes(preferencesCookie.name)) && readPreferences(cookieHeader).reducedData

/** A notice that can be closed is named after what it is about and its day, the same for everyone. */
export const isNotice = (name: string): boolean => /^[a-z]+-\d{4}-\d\d-\d\d$/.test(name)

/** More closed notices than this are not remembered: the oldest have long left the site. */
const mostSeen = 6

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

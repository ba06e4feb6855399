import { cookie } from './http/caller'

/** What a visitor chose for this site. One first-party cookie, with nothing in it that tells visitors apart. */
export type Preferences = { theme: 'auto' | 'light' | 'dark'; reducedData: boolean; zone?: string }

export const preferencesCookie = {
  name: '__Host-preferences',
  attributes: { path: '/', secure: true, httpOnly: true, sameSite: 'lax', maxAge: 31_536_000 },
} as const

/** Reads `theme=dark&data=reduced&zone=Europe/Paris`; whatever it does not know is the default. */
export function readPreferences(cookieHeader: string | undefined): Preferences {
  const fields = new URLSearchParams(decodeSafely(cookie(cookieHeader, preferencesCookie.name) ?? ''))
  const theme = fields.get('theme')
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    reducedData: fields.get('data') === 'reduced',
    ...(fields.get('zone') && { zone: fields.get('zone')! }),
  }
}

/** The cookie's value, not yet percent-encoded. */
export function writePreferences({ theme, reducedData, zone }: Preferences): string {
  const fields = new URLSearchParams()
  if (theme !== 'auto') fields.set('theme', theme)
  if (reducedData) fields.set('data', 'reduced')
  if (zone) fields.set('zone', zone)
  return fields.toString()
}

/** The style sheet that makes a theme without script and without a flash: colours are written as light-dark(). */
export const themeSheet = (theme: Preferences['theme']): string =>
  `:root{color-scheme:${theme === 'auto' ? 'light dark' : theme}}`

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

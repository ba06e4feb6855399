import { expect, test } from 'vitest'
import { type Preferences, preferencesSheet, readPreferences, writePreferences } from './preferences'

const asCookie = (value: string) => `a=b; __Host-preferences=${encodeURIComponent(value)}`

test('what was chosen is read back', () => {
  const chosen: Preferences = {
    theme: 'dark',
    reducedData: true,
    zone: 'Europe/Paris',
    seen: ['privacy-2026-11-24'],
  }
  expect(readPreferences(asCookie(writePreferences(chosen)))).toEqual(chosen)
})

test.each([undefined, '', asCookie('theme=pink&data=all'), '__Host-preferences=%E0%A4%A'])(
  'nothing known is the default: %s',
  header => expect(readPreferences(header)).toEqual({ theme: 'auto', reducedData: false, seen: [] }),
)

test('a closed notice is hidden by the sheet; nothing else gets into it', () => {
  const seen = ['privacy-2026-11-24', '"]{}body{display:none']
  const { seen: read } = readPreferences(asCookie(`seen=${seen.map(encodeURIComponent).join('+')}`))
  expect(preferencesSheet({ theme: 'dark', seen: read })).toBe(
    ':root{color-scheme:dark}[data-notice="privacy-2026-11-24"]{display:none}',
  )
})

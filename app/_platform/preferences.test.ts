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
  expect(preferencesSheet({ theme: 'dark', reducedData: false, seen: read })).toBe(
    ':root{color-scheme:dark}[data-notice="privacy-2026-11-24"]{display:none}',
  )
})

test('less data means the device’s fonts; a zone is told only where it is one', () => {
  const sheet = preferencesSheet({ theme: 'auto', reducedData: true, zone: 'Europe/Paris', seen: [] })
  expect(sheet).toContain('--font-public-sans:system-ui')
  expect(sheet).toContain('--zone:"Europe/Paris"')
  for (const zone of ['Mars/Base', '";}body{display:none}'])
    expect(preferencesSheet({ theme: 'auto', reducedData: false, zone, seen: [] })).toBe(
      ':root{color-scheme:light dark}',
    )
})

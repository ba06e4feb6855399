import { expect, test } from 'vitest'
import { readPreferences, writePreferences } from './preferences'

const asCookie = (value: string) => `a=b; __Host-preferences=${encodeURIComponent(value)}`

test('what was chosen is read back', () => {
  const chosen = { theme: 'dark', reducedData: true, zone: 'Europe/Paris' } as const
  expect(readPreferences(asCookie(writePreferences(chosen)))).toEqual(chosen)
})

test.each([undefined, '', asCookie('theme=pink&data=all'), '__Host-preferences=%E0%A4%A'])(
  'nothing known is the default: %s',
  header => expect(readPreferences(header)).toEqual({ theme: 'auto', reducedData: false }),
)

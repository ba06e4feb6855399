import { expect, test } from 'vitest'
import { patchErrors, siteForm } from './site-patch'
import { type SiteSettings, siteSettings } from './sites'

const form = (settings: Partial<SiteSettings>, rest = {}) =>
  siteForm.safeParse({
    name: 'Shop',
    url: 'https://shop.example',
    timezone: 'Europe/Oslo',
    currency: 'NOK',
    settings: { ...siteSettings.parse({}), ...settings },
    ...rest,
  })

test('settings as a new site has them are a form without errors, and come out as they went in', () => {
  expect(form({}).data?.settings).toEqual(siteSettings.parse({}))
})

test.each<[field: keyof SiteSettings, good: string[]]>([
  ['blockedAddresses', ['192.0.2.1', '192.0.2.0/24', '2001:db8::/32', '::1']],
  ['allowedHosts', ['shop.example', '*.shop.example', 'localhost']],
  ['blockedPaths', ['/admin/*', '*/preview', '/']],
  ['redactPatterns', ['[A-Z]{2}\\d{6}', '(?i)patient']],
])('%s takes what works', (field, good) => {
  expect(form({ [field]: good }).success).toBe(true)
})

test.each<[field: keyof SiteSettings, bad: string]>([
  ['blockedAddresses', '300.1.1.1'],
  ['blockedAddresses', '192.0.2.0/33'],
  ['blockedAddresses', '192.0.2.0/'],
  ['blockedAddresses', '2001:db8::/129'],
  ['blockedAddresses', '192.0.2.0/24/1'],
  ['allowedHosts', 'https://shop.example'],
  ['allowedHosts', 'shop.example/path'],
  ['blockedPaths', 'admin'],
  ['redactPatterns', '('],
  ['redactPatterns', '(a)\\1'],
])('%s refuses %s, and says which line it is', (field, bad) => {
  const good = form({}).data!.settings[field] as string[]
  const read = form({ [field]: [...good, bad] })
  expect(read.success).toBe(false)
  expect(patchErrors(read.error!)).toEqual([{ field, message: expect.stringContaining('(line 1)') }])
})

test.each([
  ['name', ' '],
  ['url', 'shop.example'],
  ['url', 'javascript:alert(1)'],
  ['timezone', 'Mars/Olympus'],
  ['currency', 'XXY'],
])('%s refuses %j', (field, bad) => {
  const read = form({}, { [field]: bad })
  expect(patchErrors(read.error!).map(error => error.field)).toEqual([field])
})

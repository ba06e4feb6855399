import { expect, test } from 'vitest'
import { siteForm } from '@/_analytics/site-patch'
import { siteSettings } from '@/_analytics/sites'
import { formOf, ruleRows, typedIn, typedOf } from './form-fields'

const site = {
  name: 'Shop',
  url: 'https://shop.example',
  timezone: 'Europe/Oslo',
  currency: 'NOK',
  settings: siteSettings.parse({
    honourDnt: true,
    ip: 'none',
    blockedProperties: ['diagnosis', 'note'],
    blockedAddresses: ['192.0.2.0/24'],
    automatic: { vitals: true, pageView: false },
    rules: [
      { kind: 'click', match: '#buy', event: 'bought', properties: { place: 'top = left', size: '' } },
      { kind: 'visit', match: '/thanks', event: 'thanked' },
    ],
  }),
}

/** As a browser sends it: a box that is not ticked is absent, lines end in CR LF. */
function sent(typed: Record<string, string>): FormData {
  const data = new FormData()
  for (const [field, value] of Object.entries(typed))
    if (value !== '') data.append(field, value.replaceAll('\n', '\r\n'))
  return data
}

test('a form that is sent as it was shown changes nothing', () => {
  const { name, url, timezone, currency, settings } = site
  expect(siteForm.parse(formOf(typedIn(sent(typedOf(site)))))).toEqual({
    name,
    url,
    timezone,
    currency,
    settings,
  })
})

test('every setting has a field', () => {
  expect(Object.keys(formOf({}).settings).sort()).toEqual(Object.keys(siteSettings.shape).sort())
  const behaviours = Object.keys(siteSettings.parse({}).automatic).sort()
  expect(Object.keys(formOf({}).settings.automatic).sort()).toEqual(behaviours)
})

test('rules can be added in the spare rows, and go when they are emptied', () => {
  const typed = typedOf(site)
  expect(ruleRows(typed)).toEqual([0, 1, 2, 3])
  const changed = { ...typed, 'rule.0.match': '', 'rule.0.event': ' ', 'rule.2.kind': 'submit' }
  const added = { ...changed, 'rule.2.match': '#form', 'rule.2.event': 'sent' }
  expect(formOf(added).settings.rules.map(rule => rule.event)).toEqual(['thanked', 'sent'])
})

test('what the form does not have is not taken over', () => {
  expect(typedIn(sent({ name: 'x', secretSealed: 'y', __proto__: 'z', 'rule.0.match': '/a' }))).toEqual({
    name: 'x',
    'rule.0.match': '/a',
  })
})

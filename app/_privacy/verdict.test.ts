import { describe, expect, test } from 'vitest'
import { hasOptedOut, optInHeader, optOutHeader } from './opt-out'
import { type Signals, verdict } from './verdict'

const nothing: Signals = {
  optedOut: false,
  siteOptedOut: false,
  gpc: false,
  dnt: false,
  honourDnt: false,
  cookieless: false,
  accountRefuses: false,
  personRefuses: false,
  shield: undefined,
}
const flags = Object.keys(nothing) as (keyof Signals)[]

/** All 512 combinations of the nine inputs. */
const combinations = Array.from(
  { length: 1 << flags.length },
  (_, bits) =>
    Object.fromEntries(
      flags.map((flag, i) => {
        const on = (bits & (1 << i)) !== 0
        return [flag, flag === 'shield' ? (on ? 'shield-path' : undefined) : on]
      }),
    ) as Signals,
)

describe('over every combination of signals', () => {
  const isRefused = (signals: Signals) => !verdict(signals).collect

  test.each(['optedOut', 'siteOptedOut', 'gpc', 'accountRefuses', 'personRefuses', 'shield'] as const)(
    '%s alone is enough to refuse',
    flag => {
      const on = combinations.filter(signals => signals[flag])
      expect(on).toHaveLength(256)
      expect(on.every(isRefused)).toBe(true)
    },
  )

  test('Do Not Track refuses exactly where the site honours it', () => {
    const signalled = combinations.filter(signals => signals.dnt)
    expect(signalled.filter(signals => signals.honourDnt).every(isRefused)).toBe(true)
    for (const signals of signalled.filter(one => !one.honourDnt)) {
      expect(verdict(signals)).toEqual(verdict({ ...signals, dnt: false }))
    }
  })

  test('the setting of a site without the signal changes nothing', () => {
    for (const signals of combinations.filter(one => one.honourDnt && !one.dnt)) {
      expect(verdict(signals)).toEqual(verdict({ ...signals, honourDnt: false }))
    }
  })

  test('whoever is not refused is collected, without identity exactly where the site is cookieless', () => {
    const collected = combinations.filter(signals => !isRefused(signals))
    expect(collected).toHaveLength(6)
    for (const signals of collected) {
      expect(verdict(signals)).toEqual({ collect: true, identity: !signals.cookieless })
    }
  })

  test("a visitor's own refusal is the reason that is counted", () => {
    const order = ['optedOut', 'siteOptedOut', 'gpc'] as const
    const reasons = { optedOut: 'opt-out', siteOptedOut: 'site-opt-out', gpc: 'gpc' }
    for (const signals of combinations) {
      const first = order.find(flag => signals[flag])
      if (first) expect(verdict(signals)).toEqual({ collect: false, reason: reasons[first] })
    }
  })
})

test.each([
  [{}, { collect: true, identity: true }],
  [{ cookieless: true }, { collect: true, identity: false }],
  [{ dnt: true }, { collect: true, identity: true }],
  [
    { dnt: true, honourDnt: true },
    { collect: false, reason: 'dnt' },
  ],
  [
    { gpc: true, cookieless: true },
    { collect: false, reason: 'gpc' },
  ],
  [{ siteOptedOut: true }, { collect: false, reason: 'site-opt-out' }],
  [
    { optedOut: true, shield: 'shield-host' },
    { collect: false, reason: 'opt-out' },
  ],
  [
    { personRefuses: true, accountRefuses: true },
    { collect: false, reason: 'person' },
  ],
  [
    { accountRefuses: true, shield: 'shield-host' },
    { collect: false, reason: 'account' },
  ],
  [{ shield: 'shield-address' }, { collect: false, reason: 'shield-address' }],
] as const)('%j is answered %j', (signals, expected) => {
  expect(verdict({ ...nothing, ...signals })).toEqual(expected)
})

test.each([
  [undefined, false],
  ['', false],
  ['__Host-optout=1', true],
  ['a=b; __Host-optout=1; c=d', true],
  ['a=b;__Host-optout=1', true],
  ['__Host-optout=', false],
  ['__Host-optout=0', false],
  ['x__Host-optout=1', false],
  ['a=__Host-optout=1', false],
])('the cookie header %j opts out: %s', (header, expected) => {
  expect(hasOptedOut(header)).toBe(expected)
})

test('the cookie is one that a browser takes from and sends to every site, and is the same for everyone', () => {
  expect(optOutHeader).toBe('__Host-optout=1; Path=/; Secure; HttpOnly; SameSite=None; Max-Age=157680000')
  expect(optInHeader).toBe('__Host-optout=; Path=/; Secure; HttpOnly; SameSite=None; Max-Age=0')
})

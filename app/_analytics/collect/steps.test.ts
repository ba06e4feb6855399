import { describe, expect, test } from 'vitest'
import { identityHash } from '@/_privacy/identity-hash'
import { key, makeSite, now, nowSecond, type Settings, secret } from './collector.fixture'
import { decodeForm } from './decode'
import type { HitKind, Sender } from './draft'
import { identitySignature } from './identify'
import { NameLimits } from './limits'
import { runSteps } from './pipeline'
import { SiteRegistry, type SiteToCollect } from './registry'

const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/145.0.0.0 Safari/537.36'
const anonymous = 'AbCdEfGhIjKlMnOpQrStUvWxYz0='

const nobody: Sender = {
  address: '203.0.113.77',
  userAgent: '',
  optedOut: false,
  siteOptedOut: false,
  gpc: false,
  dnt: false,
  referer: '',
  bearer: '',
  signed: false,
  received: now,
}

/** Four names of a kind are enough to see what happens at the limit. */
const few = 4

type Given = {
  names?: NameLimits
  settings?: Settings
  site?: Partial<SiteToCollect>
  sender?: Partial<Sender>
  kind?: HitKind
}

/** What becomes of a hit with these parameters: what is stored of it, or why nothing is, and what was noted. */
async function take(
  query: string,
  { settings, site, sender, kind = 'event', names = new NameLimits() }: Given = {},
) {
  const registry = new SiteRegistry(async () => [makeSite(settings, site)])
  await registry.refresh()
  const notes: string[] = []
  const outcome = runSteps(
    kind,
    decodeForm(`_k=${key}&${query}`).fields,
    { ...nobody, ...sender },
    {
      byKey: wanted => registry.byKey(wanted),
      note: (_, what) => notes.push(what),
      country: address => ({ '203.0.113.77': 'DE', '198.51.100.9': 'NZ' })[address],
      names,
    },
  )
  if ('reason' in outcome) return { reason: outcome.reason, notes }
  return { hit: JSON.parse(outcome.accepted.line), notes }
}

const browser = { userAgent: chrome }
const base = { _p: 'bob', _n: 'x', _t: nowSecond, _r: now }

describe('consent, by every signal a request can carry', () => {
  test.each<[string, Given, string, string | undefined]>([
    ['the opt-out cookie', { sender: { optedOut: true } }, '', 'opt-out'],
    ["the site's own opt-out", { sender: { siteOptedOut: true } }, '', 'site-opt-out'],
    ['Sec-GPC', { sender: { gpc: true } }, '', 'gpc'],
    ['GPC as a forwarding server sends it', {}, '&_gpc=1', 'gpc'],
    ['DNT at a site that honours it', { sender: { dnt: true }, settings: { honourDnt: true } }, '', 'dnt'],
    ['DNT forwarded', { settings: { honourDnt: true } }, '&_dnt=1', 'dnt'],
    ['DNT at any other site', { sender: { dnt: true } }, '&_dnt=1', undefined],
    ['an account that has stopped', { site: { accountRefuses: true } }, '', 'account'],
    [
      'a person who refused',
      { site: { refusedPeople: new Set([identityHash({ secret }, 'bob')]) } },
      '',
      'person',
    ],
    [
      'another one who did',
      { site: { refusedPeople: new Set([identityHash({ secret }, 'eve')]) } },
      '',
      undefined,
    ],
    ['the secret does not help', { sender: { gpc: true, bearer: secret } }, '', 'gpc'],
  ])('%s', async (_, given, query, reason) => {
    for (const kind of ['event', 'set', 'alias'] as const) {
      const outcome = await take(`_p=bob&_n=other&a=b${query}`, { ...given, kind })
      expect(outcome.reason).toBe(reason)
    }
  })

  test('an alias to a person who refused is refused from either side', async () => {
    const site = { refusedPeople: new Set([identityHash({ secret }, 'bob')]) }
    for (const query of ['_p=bob&_n=eve', '_p=eve&_n=bob'])
      expect((await take(query, { site, kind: 'alias' })).reason).toBe('person')
  })
})

describe('without identity', () => {
  test('a cookieless site stores events of nobody, with no address, and neither sets nor aliases', async () => {
    const given = { settings: { cookieless: true, ip: 'full' } as const, sender: browser }
    const { hit } = await take('_p=bob&_n=x', given)
    expect(hit).not.toHaveProperty('_p')
    expect(hit).not.toHaveProperty('ip address')
    expect(hit).toMatchObject({ _n: 'x', browser: 'Chrome', country: 'DE' })
    expect((await take('_p=bob&a=b', { ...given, kind: 'set' })).reason).toBe('cookieless')
    expect((await take('_p=bob&_n=eve', { ...given, kind: 'alias' })).reason).toBe('cookieless')
  })

  test('a browser without cookies says so, and its hits are of nobody', async () => {
    expect((await take('_anon=1&_n=x')).hit).toEqual({ _n: 'x', _t: nowSecond, _r: now })
    expect((await take('_anon=1&_n=bob', { kind: 'alias' })).reason).toBe('no-person')
    expect((await take('_n=x')).reason).toBe('no-person')
  })
})

describe('the shield', () => {
  const url = (address: string) => `_p=bob&_n=x&URL=${encodeURIComponent(address)}`
  test.each<[string, Given, string, string | undefined]>([
    ['a blocked address', { settings: { blockedAddresses: ['203.0.113.77'] } }, '', 'shield-address'],
    ['a blocked range', { settings: { blockedAddresses: ['bad', '203.0.113.0/24'] } }, '', 'shield-address'],
    ['another range', { settings: { blockedAddresses: ['203.0.114.0/24', '2001:db8::/32'] } }, '', undefined],
    [
      'a blocked IPv6 range',
      { settings: { blockedAddresses: ['2001:db8::/32'] }, sender: { address: '2001:db8::1' } },
      '',
      'shield-address',
    ],
    [
      'the address a trusted server forwards',
      { settings: { blockedAddresses: ['198.51.100.9'] }, sender: { bearer: secret } },
      '&_ip=198.51.100.9',
      'shield-address',
    ],
    ['an allowed host', { settings: { allowedHosts: ['one.example'] } }, '', undefined],
    ['the same with www', { settings: { allowedHosts: ['www.one.example'] } }, '', undefined],
    ['another host', { settings: { allowedHosts: ['two.example'] } }, '', 'shield-host'],
    ['a host below', { settings: { allowedHosts: ['*.example'] } }, '', undefined],
    ['a path', { settings: { blockedPaths: ['/staff/*'] } }, '', 'shield-path'],
    ['a whole path', { settings: { blockedPaths: ['/staff/area'] } }, '', 'shield-path'],
    ['a path around', { settings: { blockedPaths: ['*/area'] } }, '', 'shield-path'],
    ['a path in the middle', { settings: { blockedPaths: ['/s*ff/*ea'] } }, '', 'shield-path'],
    ['a part of a path', { settings: { blockedPaths: ['/staff', 'area', '/staff/*/area'] } }, '', undefined],
  ])('%s', async (_, given, query, reason) => {
    const outcome = await take(`${url('https://one.example/staff/area?x=1')}${query}`, given)
    expect(outcome.reason).toBe(reason)
  })

  test('where the hit names no page the browser does, and where nobody does it passes', async () => {
    const settings = { allowedHosts: ['two.example'] }
    const sender = { referer: 'https://one.example/' }
    expect((await take('_p=bob&_n=x', { settings, sender })).reason).toBe('shield-host')
    expect((await take('_p=bob&_n=x', { settings })).reason).toBeUndefined()
  })
})

describe('what a browser tells', () => {
  test('browser, system, device, network and country are kept', async () => {
    expect((await take('_p=bob&_n=x', { sender: browser })).hit).toEqual({
      ...base,
      browser: 'Chrome',
      'operating system': 'Windows',
      'device type': 'desktop',
      country: 'DE',
      'ip address': '203.0.113.0',
    })
  })

  test.each([
    ['full', '203.0.113.77'],
    ['none', undefined],
  ] as const)('the address with the setting %s', async (ip, expected) => {
    const { hit } = await take('_p=bob&_n=x', { sender: browser, settings: { ip } })
    expect(hit['ip address']).toBe(expected)
  })

  test('what the sender gave stands, and what the site blocks is not kept', async () => {
    const { hit } = await take('_p=bob&_n=x&Browser=Mine', {
      sender: browser,
      settings: { blockedProperties: ['Country', 'device type'] },
    })
    expect(hit).toMatchObject({ browser: 'Mine', 'operating system': 'Windows' })
    expect(hit).not.toHaveProperty('country')
    expect(hit).not.toHaveProperty('device type')
  })

  test("a server library's own agent and address are nobody's", async () => {
    expect((await take('_p=bob&_n=x', { sender: { userAgent: 'Ruby' } })).hit).toEqual(base)
    expect((await take('_p=bob&_n=x')).hit).toEqual(base)
  })

  const forwarded = `_p=bob&_n=x&_ip=198.51.100.9&_ua=${encodeURIComponent(chrome)}`
  test.each<[string, Given, boolean]>([
    ['from anyone', {}, false],
    ['with a wrong secret', { sender: { bearer: 'no' } }, false],
    ['with the secret', { sender: { bearer: secret } }, true],
    ['in a signed batch', { sender: { signed: true } }, true],
    ['where the site allows legacy senders', { settings: { legacySenders: true } }, true],
  ])('_ip and _ua %s', async (_, given, believed) => {
    const { hit } = await take(forwarded, given)
    expect(hit.country).toBe(believed ? 'NZ' : undefined)
    expect(hit['ip address']).toBe(believed ? '198.51.100.0' : undefined)
    expect(hit.browser).toBe(believed ? 'Chrome' : undefined)
  })

  test('an _ip that is none is not believed even then', async () => {
    const { hit } = await take('_p=bob&_n=x&_ip=evil', { sender: { bearer: secret, ...browser } })
    expect(hit).toEqual(base)
  })
})

test('robots are kept and marked', async () => {
  const userAgent = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'
  expect((await take('_p=bob&_n=x', { sender: { userAgent } })).hit._b).toBe(1)
})

test('the event that begins a visit gets its channel, others do not', async () => {
  const visit = `_p=bob&URL=${encodeURIComponent('https://one.example/?utm_medium=email&utm_campaign=Spring')}`
  expect((await take(`${visit}&_n=Visited+Site`)).hit).toMatchObject({
    channel: 'Email',
    origin: 'Spring',
    'channel: origin': 'Email: Spring',
  })
  expect((await take('_p=bob&_n=Visited+Site&Referrer=Direct')).hit).toMatchObject({
    channel: 'Direct',
    'channel: origin': 'Direct',
  })
  expect((await take(`${visit}&_n=Page+View`)).hit).not.toHaveProperty('channel')
  expect((await take(`${visit}&_n=Visited+Site&Channel=Mine`)).hit).toMatchObject({ channel: 'Mine' })
})

describe('redaction', () => {
  test('a card or a national number is replaced in values and names, and noted', async () => {
    const { hit, notes } = await take(
      '_p=bob&_n=Paid+4111111111111111&note=card+4111+1111+1111+1111&536-90-4399=x&ok=1',
    )
    expect(hit).toEqual({
      ...base,
      _n: 'paid [redacted]',
      note: 'card [redacted]',
      '[redacted]': 'x',
      ok: '1',
    })
    expect(notes).toEqual(['redacted:note', 'redacted:[redacted]'])
  })

  test("a value that matches the site's own pattern is replaced whole", async () => {
    const settings = { redactPatterns: ['[', '^C-\\d{6}', '(a+)+$'] }
    const started = performance.now()
    const { hit, notes } = await take(`_p=bob&_n=x&customer=C-123456+Miller&other=${'a'.repeat(5000)}!`, {
      settings,
    })
    expect(hit).toMatchObject({ customer: '[redacted]', other: `${'a'.repeat(5000)}!` })
    expect(notes).toEqual(['redacted:customer'])
    // An engine that backtracks would not come back from the third pattern.
    expect(performance.now() - started).toBeLessThan(5000)
  })

  test('a blocked property is not stored, whatever its spelling, and noted', async () => {
    const { hit, notes } = await take('_p=bob&_n=x&Diagnosis=flu&DIAGNOSIS=cold&ok=1', {
      settings: { blockedProperties: ['Diagnosis'] },
    })
    expect(hit).toEqual({ ...base, ok: '1' })
    expect(notes).toEqual(['blocked:diagnosis', 'blocked:diagnosis'])
  })

  test('a blocked event is refused, whatever its spelling; a property set goes on', async () => {
    const settings = { blockedEvents: ['Debug Ping'] }
    expect((await take('_p=bob&_n=debug+PING&a=1', { settings })).reason).toBe('blocked-event')
    expect((await take('_p=bob&_n=ping&a=1', { settings })).reason).toBeUndefined()
    expect((await take('_p=bob&a=1', { kind: 'set', settings })).reason).toBeUndefined()
  })

  test('an identity that is such a number is refused: it must not be stored, and replaced it would merge people', async () => {
    expect((await take('_p=4111111111111111&_n=x')).reason).toBe('sensitive-identity')
    expect((await take('_p=bob&_n=536-90-4399', { kind: 'alias' })).reason).toBe('sensitive-identity')
  })
})

describe('identities', () => {
  test('two named people are not merged where the site forbids it', async () => {
    const given = { kind: 'alias', settings: { forbidNamedMerges: true } } as const
    expect((await take('_p=bob&_n=bob@x.io', given)).reason).toBe('named-merge')
    expect((await take(`_p=${encodeURIComponent(anonymous)}&_n=bob`, given)).hit).toMatchObject({
      _p: anonymous,
      _p2: 'bob',
    })
    expect((await take('_p=bob&_n=bob@x.io', { kind: 'alias' })).reason).toBeUndefined()
  })

  test('where identities have to be signed, a named one counts only with its signature', async () => {
    const settings = { signedIdentities: true }
    const signature = identitySignature(secret, 'bob')
    expect((await take('_p=bob&_n=x', { settings })).reason).toBe('unsigned-identity')
    expect((await take(`_p=bob&_n=x&_s=${signature}`, { settings })).hit).toEqual(base)
    expect((await take(`_p=eve&_n=x&_s=${signature}`, { settings })).reason).toBe('unsigned-identity')
    expect((await take(`_p=${encodeURIComponent(anonymous)}&_n=x`, { settings })).reason).toBeUndefined()
    expect((await take('_p=bob&_n=x', { settings, sender: { bearer: secret } })).reason).toBeUndefined()
    const kind = 'alias'
    const identify = `_p=${encodeURIComponent(anonymous)}&_n=bob`
    expect((await take(identify, { settings, kind })).reason).toBe('unsigned-identity')
    expect((await take(`${identify}&_s=${signature}`, { settings, kind })).reason).toBeUndefined()
    expect((await take(`_p=eve&_n=bob&_s=${signature}`, { settings, kind })).reason).toBe('unsigned-identity')
  })
})

describe('limits', () => {
  test('a site has only so many names, and those it has go on', async () => {
    const names = new NameLimits(few)
    const take4 = (query: string, kind: HitKind = 'event') => take(`_p=bob&${query}`, { names, kind })
    for (let i = 0; i < few; i++) expect((await take4(`_n=event${i}&p${i}=v`)).reason).toBeUndefined()
    expect(await take4('_n=event4')).toMatchObject({ reason: 'too-many-names' })
    expect(await take4('p4=v', 'set')).toMatchObject({ reason: 'too-many-names' })
    const { hit, notes } = await take4('_n=event0&p0=v&p4=v')
    expect(hit).toMatchObject({ _n: 'event0', p0: 'v' })
    expect(hit).not.toHaveProperty('p4')
    expect(notes).toEqual(['limit:properties'])
  })

  test('a hit carries at most 500 properties', async () => {
    const query = Array.from({ length: 600 }, (_, i) => `p${i}=v`).join('&')
    const { hit } = await take(`_p=bob&_n=x&${query}`)
    expect(Object.keys(hit).filter(name => name.startsWith('p'))).toHaveLength(500)
  })

  test('properties of nobody are not kept', async () => {
    expect((await take('_anon=1&a=b', { kind: 'set' })).reason).toBe('no-person')
  })

  test('an address that is none, as a proxy may pass it on, blocks nothing and is not kept', async () => {
    const sender = { ...browser, address: 'unknown, really' }
    const settings: Settings = { blockedAddresses: ['0.0.0.0/0'], ip: 'full' }
    const { hit } = await take('_p=bob&_n=x', { sender, settings })
    expect(hit).not.toHaveProperty('ip address')
  })
})

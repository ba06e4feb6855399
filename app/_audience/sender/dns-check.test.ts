import { expect, test } from 'vitest'
import { type AskDns, checkSender } from './dns-check'
import { rateOf } from './rates.data'

const key = `v=DKIM1; k=rsa; p=${'A'.repeat(200)}`
const none = () => Promise.reject(Object.assign(new Error('none'), { code: 'ENOTFOUND' }))
const down = () => Promise.reject(Object.assign(new Error('down'), { code: 'ETIMEOUT' }))

const zone = (txt: Record<string, string[]>, mx: Record<string, string> = {}): AskDns => ({
  resolveTxt: name =>
    txt[name] ? Promise.resolve(txt[name].map(text => [text.slice(0, 20), text.slice(20)])) : none(),
  resolveMx: name => (mx[name] ? Promise.resolve([{ exchange: mx[name], priority: 10 }]) : none()),
})
const verdicts = async (dns: AskDns, domain = 'news.example.com') =>
  Object.fromEntries((await checkSender(domain, dns)).map(({ what, verdict }) => [what, verdict]))

const whole = {
  'send.news.example.com': ['v=spf1 include:amazonses.com ~all'],
  'resend._domainkey.news.example.com': [key],
  '_dmarc.news.example.com': ['v=DMARC1; p=reject'],
}
const mx = { 'send.news.example.com': 'feedback-smtp.eu-west-1.amazonses.com' }

test('a domain that is set up is good in every part', async () => {
  expect(await verdicts(zone(whole, mx))).toEqual({
    'Return path': 'good',
    SPF: 'good',
    DKIM: 'good',
    DMARC: 'good',
    Alignment: 'good',
  })
})

test('an empty zone says what to put where', async () => {
  const found = await checkSender('news.example.com', zone({}))
  expect(found.map(({ verdict }) => verdict)).toEqual(['bad', 'bad', 'bad', 'bad', 'bad'])
  expect(found.map(({ put }) => put?.name)).toEqual([
    'send.news.example.com',
    'send.news.example.com',
    'resend._domainkey.news.example.com',
    '_dmarc.news.example.com',
    undefined,
  ])
})

const changes: [string, Record<string, string[]>, Record<string, string>][] = [
  [
    'two SPF records',
    { 'send.news.example.com': ['v=spf1 include:amazonses.com ~all', 'v=spf1 -all'] },
    { SPF: 'bad' },
  ],
  [
    'an SPF record for others',
    { 'send.news.example.com': ['v=spf1 include:other.example ~all'] },
    { SPF: 'bad' },
  ],
  [
    'an open SPF record',
    { 'send.news.example.com': ['v=spf1 include:amazonses.com ?all'] },
    { SPF: 'watch' },
  ],
  [
    'a revoked key',
    { 'resend._domainkey.news.example.com': ['v=DKIM1; p='] },
    { DKIM: 'bad', Alignment: 'watch' },
  ],
  [
    'a policy that watches',
    { '_dmarc.news.example.com': ['v=DMARC1; p=none; rua=mailto:x@y'] },
    { DMARC: 'watch' },
  ],
  [
    'the parent’s policy',
    { '_dmarc.news.example.com': [], '_dmarc.example.com': ['v=DMARC1; p=reject'] },
    { DMARC: 'good' },
  ],
  [
    'strict alignment without a key',
    { 'resend._domainkey.news.example.com': [], '_dmarc.news.example.com': ['v=DMARC1; p=reject; aspf=s'] },
    { Alignment: 'bad' },
  ],
]
test.each(changes)('%s', async (_what, txt, expected) => {
  expect(await verdicts(zone({ ...whole, ...txt }, mx))).toMatchObject(expected)
})

test('when DNS does not answer nothing is claimed', async () => {
  expect(new Set(Object.values(await verdicts({ resolveTxt: down, resolveMx: down })))).toEqual(
    new Set(['unknown']),
  )
})

test.each([
  ['complained', 0, 1000, 'good'],
  ['complained', 1, 1000, 'watch'],
  ['complained', 3, 1000, 'bad'],
  ['bounced', 19, 1000, 'good'],
  ['bounced', 20, 1000, 'watch'],
  ['bounced', 40, 1000, 'bad'],
  ['bounced', 0, 0, 'good'],
] as const)('%s %i of %i is %s', (kind, count, sent, verdict) => {
  expect(rateOf(kind, count, sent).verdict).toBe(verdict)
})

import { Resolver } from 'node:dns/promises'
import { getDomain } from 'tldts'

/** The part of node:dns that is asked. */
export type AskDns = {
  resolveTxt: (name: string) => Promise<string[][]>
  resolveMx: (name: string) => Promise<{ exchange: string; priority: number }[]>
}

export const systemDns = (): AskDns => new Resolver({ timeout: 2000, tries: 1 })

export type Finding = {
  what: 'Return path' | 'SPF' | 'DKIM' | 'DMARC' | 'Alignment'
  /** `unknown`: DNS could not be asked. */
  verdict: 'good' | 'watch' | 'bad' | 'unknown'
  says: string
  /** What to put in DNS. */
  put?: { type: 'TXT' | 'MX'; name: string; value: string }
}

const bouncesTo = 'feedback-smtp.us-east-1.amazonses.com'

/**
 * Whether the large mail services can tell that mail from a domain is ours: RFC 7208 (SPF), 6376 (DKIM), 7489 (DMARC
 * and alignment), on the names that Resend uses.
 * @param domain the domain of the From address
 */
export async function checkSender(domain: string, dns: AskDns): Promise<Finding[]> {
  const returnPath = `send.${domain}`
  const organisation = getDomain(domain) ?? domain
  const [mx, spf, dkim, own, parent] = await Promise.all([
    asked(async () => (await dns.resolveMx(returnPath)).map(({ exchange }) => exchange)),
    asked(texts(dns, returnPath)),
    asked(texts(dns, `resend._domainkey.${domain}`)),
    asked(texts(dns, `_dmarc.${domain}`)),
    asked(organisation === domain ? async () => [] : texts(dns, `_dmarc.${organisation}`)),
  ])
  const dmarc = [own, parent].map(policyIn).find(found => found !== undefined)
  const findings = [
    returnPathFinding(mx, returnPath),
    spfFinding(spf, returnPath),
    dkimFinding(dkim, `resend._domainkey.${domain}`),
    dmarcFinding(own, dmarc, `_dmarc.${domain}`),
  ]
  return [...findings, alignment(findings, dmarc)]
}

type Answer = string[] | 'unknown'

const texts = (dns: AskDns, name: string) => async () =>
  (await dns.resolveTxt(name)).map(pieces => pieces.join(''))

/** No such name and no such record are answers; anything else is none. */
async function asked(ask: () => Promise<string[]>): Promise<Answer> {
  try {
    return await ask()
  } catch (error) {
    return ['ENOTFOUND', 'ENODATA'].includes((error as NodeJS.ErrnoException).code ?? '') ? [] : 'unknown'
  }
}

const unasked = (what: Finding['what']): Finding => ({
  what,
  verdict: 'unknown',
  says: 'DNS could not be asked. Try again later.',
})

function returnPathFinding(mx: Answer, name: string): Finding {
  const what = 'Return path'
  if (mx === 'unknown') return unasked(what)
  if (mx.some(exchange => /\.amazonses\.com\.?$/i.test(exchange)))
    return { what, verdict: 'good', says: `Bounces of ${name} reach the provider.` }
  const put = { type: 'MX', name, value: `10 ${bouncesTo}` } as const
  return { what, verdict: 'bad', says: 'Nobody takes the bounces in, so we never learn of them.', put }
}

function spfFinding(answer: Answer, name: string): Finding {
  const what = 'SPF'
  if (answer === 'unknown') return unasked(what)
  const records = answer.filter(text => /^v=spf1(\s|$)/i.test(text))
  const put = { type: 'TXT', name, value: 'v=spf1 include:amazonses.com ~all' } as const
  if (records.length > 1)
    return { what, verdict: 'bad', says: 'There are several SPF records; with two, none counts.', put }
  const [record] = records
  if (!record || !/\binclude:amazonses\.com\b/i.test(record))
    return { what, verdict: 'bad', says: 'The provider may not send for this domain.', put }
  if (!/[~-]all\s*$/i.test(record))
    return { what, verdict: 'watch', says: 'The record lets anybody send: end it with ~all.', put }
  return { what, verdict: 'good', says: record }
}

function dkimFinding(answer: Answer, name: string): Finding {
  const what = 'DKIM'
  if (answer === 'unknown') return unasked(what)
  if (answer.some(text => /(^|;)\s*p=[A-Za-z0-9+/]{60,}/.test(text.replace(/\s+/g, ' '))))
    return { what, verdict: 'good', says: `A key stands at ${name}.` }
  const put = { type: 'TXT', name, value: 'p=… (the key that Resend shows for the domain)' } as const
  return { what, verdict: 'bad', says: 'Our signature can’t be checked: its key is missing.', put }
}

const policyIn = (answer: Answer): string | undefined =>
  answer === 'unknown' ? undefined : answer.find(text => /^v=DMARC1\s*;/i.test(text))

function dmarcFinding(own: Answer, policy: string | undefined, name: string): Finding {
  const what = 'DMARC'
  if (!policy && own === 'unknown') return unasked(what)
  const put = {
    type: 'TXT',
    name,
    value: `v=DMARC1; p=quarantine; rua=mailto:dmarc@${name.replace('_dmarc.', '')}`,
  } as const
  if (!policy) return { what, verdict: 'bad', says: 'Gmail and Yahoo refuse newsletters without it.', put }
  if (/;\s*p=none\b/i.test(policy))
    return { what, verdict: 'watch', says: 'It only watches (p=none). That is enough to begin with.', put }
  return { what, verdict: 'good', says: policy }
}

/** DMARC wants one of SPF and DKIM to pass for the very domain in From; ours sign and bounce under it. */
function alignment(findings: Finding[], dmarc: string | undefined): Finding {
  const what = 'Alignment'
  const verdictOf = (name: Finding['what']) => findings.find(one => one.what === name)?.verdict
  if (verdictOf('DKIM') === 'good')
    return { what, verdict: 'good', says: 'The signature is of the domain in From.' }
  const strict = /;\s*aspf=s\b/i.test(dmarc ?? '')
  if (verdictOf('SPF') === 'good' && !strict)
    return {
      what,
      verdict: 'watch',
      says: 'Only SPF stands for the domain in From; it is lost when mail is forwarded.',
    }
  if (verdictOf('DKIM') === 'unknown' || verdictOf('SPF') === 'unknown') return unasked(what)
  return { what, verdict: 'bad', says: 'Neither SPF nor DKIM stands for the domain in From.' }
}

import { assertStaff } from '@/_accounts/staff'
import type { Viewer } from '@/_accounts/viewer'
import { type Clock, day } from '@/_platform/clock'
import { db } from '@/_platform/db'

/**
 * What the large mail services and the provider bear, as shares of what was sent.
 * https://support.google.com/a/answer/81126, https://senders.yahooinc.com/best-practices,
 * https://resend.com/docs/knowledge-base/account-quotas-and-limits
 */
export const limits = {
  complained: {
    aim: 0.0008,
    most: 0.003,
    says: 'Gmail and Yahoo: below 0.1 %, never 0.3 %. Resend: below 0.08 %.',
  },
  bounced: { aim: 0.02, most: 0.04, says: 'Resend: below 4 %. Amazon SES looks into it from 5 % on.' },
} as const

export type Rate = {
  kind: keyof typeof limits
  count: number
  share: number
  verdict: 'good' | 'watch' | 'bad'
}

/** Bounces and complaints of the last 30 days. @throws AppError 'forbidden' to anyone but staff */
export async function mailRates(
  viewer: Viewer | null,
  clock: Clock,
): Promise<{ sent: number; rates: Rate[] }> {
  assertStaff(viewer)
  const since = new Date(clock() - 30 * day)
  const [sent, ...counts] = await Promise.all([
    db().outboxMessage.count({ where: { state: 'sent', sentAt: { gte: since } } }),
    ...kinds.map(kind => db().mailEvent.count({ where: { kind, receivedAt: { gte: since } } })),
  ])
  return { sent, rates: kinds.map((kind, at) => rateOf(kind, counts[at]!, sent)) }
}

const kinds = ['bounced', 'complained'] as const

export function rateOf(kind: Rate['kind'], count: number, sent: number): Rate {
  const share = sent ? count / sent : 0
  const { aim, most } = limits[kind]
  return { kind, count, share, verdict: share >= most ? 'bad' : share >= aim ? 'watch' : 'good' }
}

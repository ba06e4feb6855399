import { type Mail, queueMail, type Writer } from '@/_audience/outbox.data'
import { audit } from '@/_platform/audit.data'
import { type Clock, day } from '@/_platform/clock'
import { type Db, db } from '@/_platform/db'
import { env } from '@/_platform/env'
import { enqueue, type JobHandler } from '@/_platform/jobs.data'
import { afterFailure, type DunningStep, mostPatience, readOnlyOn } from './dunning'

export const dunningStep = 'billing-dunning'

type Reader = Pick<Db, 'member'>
type About = { accountId: string; account: string }
type BillingTemplate = 'payment-failed' | 'payment-read-only' | 'payment-received' | 'plan-ended'

const page = (accountId: string) => `${env.SITE_URL}/account/billing?account=${accountId}`

/** Queues one message to each owner of an account. @param event what it is about: the same one is sent once */
async function toOwners<T extends BillingTemplate>(
  tx: Reader & Writer,
  accountId: string,
  mail: Pick<Mail<T>, 'template' | 'props'>,
  event: string,
  now: number,
): Promise<void> {
  const owners = await tx.member.findMany({
    where: { accountId, role: 'owner' },
    include: { user: { select: { email: true } } },
  })
  for (const { userId, user } of owners)
    await queueMail(
      tx,
      { ...mail, to: user.email, key: `${mail.template}:${accountId}:${event}:${userId}` },
      now,
    )
}

/** What owners are told when a plan is paid for again, or has ended. */
export const notices = {
  paid: (tx: Reader & Writer, { accountId, account }: About, event: string, now: number) =>
    toOwners(
      tx,
      accountId,
      { template: 'payment-received', props: { account, page: page(accountId) } },
      event,
      now,
    ),
  ended: (tx: Reader & Writer, { accountId, account }: About, event: string, now: number) =>
    toOwners(
      tx,
      accountId,
      { template: 'plan-ended', props: { account, page: page(accountId) } },
      event,
      now,
    ),
}

/** Plans what follows a failed payment. Each step looks again whether the payment is still missing. */
export async function planDunning(
  tx: Pick<Db, 'job'>,
  accountId: string,
  failedSince: number,
  now: number,
): Promise<void> {
  for (const [step, after] of Object.entries(afterFailure))
    await enqueue(tx, {
      kind: dunningStep,
      key: `${dunningStep}:${accountId}:${failedSince}:${step}`,
      payload: { accountId, failedSince, step },
      runAt: failedSince + after,
      now,
    })
}

/** Tells the owners that a payment failed; at the end makes the account read-only. It deletes nothing. */
export const dunningSteps =
  (clock: Clock): JobHandler =>
  async payload => {
    const { accountId, failedSince, step } = payload as Payload
    const row = await db().billing.findUnique({ where: { accountId }, include: { account: true } })
    if (row?.state !== 'past_due' || row.failedSince?.getTime() !== failedSince || row.readOnlyAt) return
    const now = clock()
    const about = { account: row.account.name, page: page(accountId) }
    if (step !== 'readOnly') {
      const props = { ...about, readOnlyOn: readOnlyOn(failedSince), last: step === 'second' }
      return toOwners(db(), accountId, { template: 'payment-failed', props }, `${failedSince}:${step}`, now)
    }
    if (now < failedSince + mostPatience && !(await announced(accountId, failedSince)))
      return enqueue(db(), {
        kind: dunningStep,
        key: `${dunningStep}:${accountId}:${failedSince}:readOnly:${Math.floor(now / day)}`,
        payload: { accountId, failedSince, step },
        runAt: now + day,
        now,
      })
    await db().$transaction(async tx => {
      await tx.billing.update({ where: { accountId }, data: { readOnlyAt: new Date(now) } })
      const note = { actorId: null, accountId, action: 'billing.read-only', subject: accountId, at: now }
      await audit(tx, note)
      await toOwners(tx, accountId, { template: 'payment-read-only', props: about }, `${failedSince}`, now)
    })
  }

type Payload = { accountId: string; failedSince: number; step: DunningStep }

/** Whether both messages were handed on, to at least one owner. */
async function announced(accountId: string, failedSince: number): Promise<boolean> {
  for (const step of ['first', 'second'] satisfies DunningStep[]) {
    const startsWith = `payment-failed:${accountId}:${failedSince}:${step}:`
    if (!(await db().outboxMessage.count({ where: { key: { startsWith }, state: 'sent' } }))) return false
  }
  return true
}

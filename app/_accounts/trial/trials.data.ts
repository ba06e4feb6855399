import { queueMail } from '@/_audience/outbox.data'
import { type Clock, day, systemClock } from '@/_platform/clock'
import { type Db, db } from '@/_platform/db'
import { env } from '@/_platform/env'
import { AppError } from '@/_platform/errors'
import { enqueue, type JobHandler } from '@/_platform/jobs.data'
import { hosted, type Plan } from '../plans'
import { afterEnd, deletionOf, endedMails, type TrialState, trialState } from './trial-state'

type Writer = Pick<Db, 'trial' | 'job'>

export const trialStep = 'trial-step'

/** Starts an account's 14 days, and plans what follows them. @param now Unix ms */
export async function startTrial(tx: Writer, accountId: string, now: number): Promise<void> {
  const endsAt = now + hosted.trialDays * day
  await tx.trial.create({ data: { accountId, startedAt: new Date(now), endsAt: new Date(endsAt) } })
  for (const [step, after] of Object.entries(afterEnd)) {
    const payload = { accountId, step }
    await enqueue(tx, {
      kind: trialStep,
      key: `trial:${accountId}:${step}`,
      payload,
      runAt: endsAt + after,
      now,
    })
  }
}

/** How an account stands with its trial. Without one it may do everything. */
export async function trialOf(accountId: string, clock: Clock = systemClock): Promise<TrialState> {
  const row = await db().trial.findUnique({ where: { accountId } })
  return row ? trialState(row, clock()) : { state: 'none' }
}

const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/**
 * Refuses changes in an account whose trial or plan has ended, or whose payment is missing for long. Reading,
 * exporting and deleting go on.
 * @throws AppError 'conflict'
 */
export async function assertWritable(accountId: string, clock: Clock = systemClock): Promise<void> {
  const trial = await trialOf(accountId, clock)
  if (trial.state === 'ended')
    throw new AppError(
      'conflict',
      `The trial ended on ${date.format(trial.endsAt)}: everything can be read and exported, and nothing changed. Choose a plan to go on.`,
    )
  const billing = await db().billing.findUnique({ where: { accountId }, select: { readOnlyAt: true } })
  if (billing?.readOnlyAt)
    throw new AppError(
      'conflict',
      `Since ${date.format(billing.readOnlyAt)} nothing is paid for this account: everything can be read and exported, and nothing changed. Its owner can go on under Account, Plan.`,
    )
}

/** An account got a plan: its trial, if it has one, then ends nothing any more. @param now Unix ms */
export async function markSettled(
  tx: Pick<Db, 'trial'>,
  accountId: string,
  plan: Plan['key'],
  now: number,
): Promise<void> {
  await tx.trial.updateMany({ where: { accountId, settledAt: null }, data: { settledAt: new Date(now) } })
  await tx.trial.updateMany({ where: { accountId }, data: { plan } })
}

/** Sends a trial's owners what is due, and deletes the account when all of it was sent and 30 days have passed. */
export const trialSteps =
  (tearDown: (accountId: string) => Promise<void>, clock: Clock): JobHandler =>
  async payload => {
    const { accountId, step } = payload as { accountId: string; step: keyof typeof afterEnd }
    const trial = await db().trial.findUnique({ where: { accountId }, include: { account: true } })
    if (!trial || trial.settledAt) return
    const now = clock()
    const endsAt = trial.endsAt.getTime()
    if (step === 'delete') {
      if (await allSent(accountId)) return tearDown(accountId)
      // Nothing is deleted unannounced: a message that is still to go out puts the end off by a day.
      const key = `trial:${accountId}:delete:${Math.floor(now / day)}`
      return enqueue(db(), { kind: trialStep, key, payload: { accountId, step }, runAt: now + day, now })
    }
    const props = {
      account: trial.account.name,
      ends: endsAt,
      deletes: deletionOf(endsAt),
      plan: `${env.SITE_URL}/account/billing`,
    }
    const which = endedMails.indexOf(step)
    for (const to of await ownersOf(accountId)) {
      const key = `trial-${step}:${accountId}:${to}`
      if (which < 0) await queueMail(db(), { template: 'trial-ending', to, props, key }, now)
      else
        await queueMail(
          db(),
          { template: 'trial-ended', to, props: { ...props, which: (which + 1) as 1 | 2 | 3 }, key },
          now,
        )
    }
  }

async function ownersOf(accountId: string): Promise<string[]> {
  const owners = await db().member.findMany({
    where: { accountId, role: 'owner' },
    include: { user: { select: { email: true } } },
  })
  return owners.map(({ user }) => user.email)
}

/** Whether each of the three messages was handed on, to at least one owner. */
async function allSent(accountId: string): Promise<boolean> {
  const sent = await Promise.all(
    endedMails.map(step =>
      db().outboxMessage.count({
        where: { key: { startsWith: `trial-${step}:${accountId}:` }, state: 'sent' },
      }),
    ),
  )
  return sent.every(count => count > 0)
}

import { queueMail } from '@/_audience/outbox.data'
import { topicNames, topics } from '@/_audience/topics'
import { type Clock, day } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { env } from '@/_platform/env'
import { enqueue } from '@/_platform/jobs.data'
import { archivePath } from './letter/letter'

export const digestJob = 'digests'

/** 08:00 UTC: the morning of most readers of a site in English. */
const hourOfDay = 8

/** The next morning after `now`, Unix ms. */
export function nextDigestTime(now: number): number {
  const today = Math.floor(now / day) * day + hourOfDay * (day / 24)
  return today > now ? today : today + day
}

/** One look a day; each plans the next. */
export async function planNextDigests(clock: Clock): Promise<void> {
  const runAt = nextDigestTime(clock())
  const [key, payload] = [`${digestJob}:${runAt / day}`, { since: runAt }]
  await enqueue(db(), { kind: digestJob, key, payload, runAt, now: clock() })
}

/**
 * Which digests fall due on the days from `since` to `now` (Unix ms): weekly ones on Mondays, monthly ones on the
 * first, by UTC. A deployment that was down on its day writes them when it is back.
 */
export function digestsDue(since: number, now: number): ('week' | 'month')[] {
  const days: Date[] = []
  for (let at = Math.max(since, now - 31 * day); at <= now; at += day) days.push(new Date(at))
  return [
    ...(days.some(date => date.getUTCDay() === 1) ? (['week'] as const) : []),
    ...(days.some(date => date.getUTCDate() === 1) ? (['month'] as const) : []),
  ]
}

const chunk = 200

/**
 * Writes one message to each reader who has missed something since their last one, and none to the others. What a
 * reader has paused waits until the pause is over.
 */
export async function writeDigests(every: 'week' | 'month', clock: Clock): Promise<void> {
  const frequency = every === 'week' ? { in: ['weekly', 'each'] } : 'monthly'
  let last = ''
  for (;;) {
    const now = clock()
    const readers = await db().subscriber.findMany({
      where: {
        id: { gt: last },
        frequency,
        digestItems: { some: {} },
        OR: [{ pausedUntil: null }, { pausedUntil: { lte: new Date(now) } }],
      },
      select: { id: true },
      orderBy: { id: 'asc' },
      take: chunk,
    })
    for (const { id } of readers) await writeDigest(id, every, now)
    if (readers.length < chunk) return
    last = readers.at(-1)!.id
  }
}

/** What is told and that it was told are one transaction: a kill neither loses nor repeats it. */
async function writeDigest(id: string, every: 'week' | 'month', now: number): Promise<void> {
  await db().$transaction(async tx => {
    const reader = await tx.subscriber.findUnique({
      where: { id },
      select: {
        email: true,
        subscriptions: { where: { state: 'confirmed' } },
        digestItems: { include: { broadcast: true }, orderBy: { broadcast: { startAt: 'asc' } } },
      },
    })
    if (!reader) return
    const wanted = topicNames.filter(name => reader.subscriptions.some(({ topic }) => topic === name))
    const told = reader.digestItems.filter(({ broadcast }) => wanted.some(name => name === broadcast.topic))
    const of = wanted.filter(name => told.some(({ broadcast }) => broadcast.topic === name))
    await tx.digestItem.deleteMany({
      where: {
        subscriberId: id,
        broadcastId: { in: reader.digestItems.map(({ broadcastId }) => broadcastId) },
      },
    })
    if (told.length === 0) return
    const items = told.map(({ broadcast }) => ({
      title: broadcast.winner === 'b' ? broadcast.subjectB : broadcast.subject,
      about: broadcast.preheader || topics[broadcast.topic as keyof typeof topics].about,
      link: env.SITE_URL + archivePath(broadcast.slug),
    }))
    const key = `digest:${id}:${Math.floor(now / day)}`
    await queueMail(
      tx,
      { template: 'digest', to: reader.email, props: { every, topics: of, items }, key },
      now,
    )
  })
}

import { assertStaff } from '@/_accounts/staff'
import type { Viewer } from '@/_accounts/viewer'
import { audit } from '@/_platform/audit.data'
import type { Clock } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { topicNames } from '../topics'

/** What staff look for among subscribers; empty fields leave everything in. */
export type SubscriberSearch = { q: string; topic: string; state: string }

const perPage = 50

const whereOf = ({ q, topic, state }: SubscriberSearch) => ({
  ...(q && { email: { contains: q.trim().toLowerCase() } }),
  ...((topic || state) && {
    subscriptions: { some: { ...(topic && { topic }), ...(state && { state }) } },
  }),
})

const columns = {
  select: {
    id: true,
    email: true,
    frequency: true,
    measured: true,
    pausedUntil: true,
    zone: true,
    createdAt: true,
    subscriptions: { select: { topic: true, state: true, confirmedAt: true } },
  },
} as const

/** One page of subscribers, newest first. @throws AppError 'forbidden' to anyone but staff */
export async function findSubscribers(viewer: Viewer | null, search: SubscriberSearch, page: number) {
  assertStaff(viewer)
  const where = whereOf(search)
  const [total, rows] = await Promise.all([
    db().subscriber.count({ where }),
    db().subscriber.findMany({
      where,
      ...columns,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * perPage,
      take: perPage,
    }),
  ])
  return { total, pages: Math.max(1, Math.ceil(total / perPage)), rows: rows.map(plain) }
}

type Row = {
  id: string
  email: string
  frequency: string
  measured: boolean
  pausedUntil: Date | null
  zone: string | null
  createdAt: Date
  subscriptions: { topic: string; state: string; confirmedAt: Date | null }[]
}

const plain = ({ createdAt, pausedUntil, subscriptions, ...row }: Row) => ({
  ...row,
  createdAt: createdAt.getTime(),
  pausedUntil: pausedUntil?.getTime(),
  subscriptions: subscriptions.map(({ confirmedAt, ...one }) => ({
    ...one,
    confirmedAt: confirmedAt?.getTime(),
  })),
})

/** Every subscriber that a search finds, for a file; written down in the audit log. */
export async function* everySubscriber(viewer: Viewer | null, search: SubscriberSearch, clock: Clock) {
  assertStaff(viewer)
  const note = {
    actorId: viewer.userId,
    accountId: null,
    action: 'subscribers.export',
    subject: 'subscribers',
  }
  await audit(db(), { ...note, at: clock() })
  let last = ''
  for (;;) {
    const rows = await db().subscriber.findMany({
      where: { AND: [whereOf(search), { id: { gt: last } }] },
      ...columns,
      orderBy: { id: 'asc' },
      take: 1000,
    })
    yield* rows.map(plain)
    if (rows.length < 1000) return
    last = rows.at(-1)!.id
  }
}

/** How many subscribers each topic has, by state. @throws AppError 'forbidden' to anyone but staff */
export async function topicCounts(viewer: Viewer | null) {
  assertStaff(viewer)
  const rows = await db().subscription.groupBy({ by: ['topic', 'state'], _count: true })
  const of = (topic: string, state: string) =>
    rows.find(row => row.topic === topic && row.state === state)?._count ?? 0
  return topicNames.map(topic => ({
    topic,
    confirmed: of(topic, 'confirmed'),
    pending: of(topic, 'pending'),
    left: of(topic, 'left'),
  }))
}

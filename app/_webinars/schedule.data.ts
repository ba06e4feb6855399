import { queueMail } from '@/_audience/outbox.data'
import { type Clock, day, hour, minute } from '@/_platform/clock'
import { type Db, db } from '@/_platform/db'
import { enqueue } from '@/_platform/jobs.data'
import { joinLink } from './links'
import { about, offerSeats, type Schedule, sendCalendar, type Tx, webinarUrl } from './seats.data'
import { serially } from './serial'
import { findWebinar, type Webinar } from './webinars'

/** What mails are sent when: so long before the start, or after it. */
const reminders = { day: -day, hour: -hour, live: 0 } as const
type Kind = keyof typeof reminders

/** A reminder later than this says nothing true any more. */
const latest = { day: 12 * hour, hour: 50 * minute, live: 30 * minute } as const

type Announced = Pick<
  Webinar,
  'slug' | 'title' | 'startsAt' | 'endsAt' | 'zone' | 'capacity' | 'cancelled' | 'replay' | 'slides'
>

/**
 * Compares what content/webinars says with what was announced, and tells everyone whom a difference concerns: a new
 * time is a new invitation, a cancellation takes the entry back, more seats go to the waiting list. Runs at start.
 */
export async function syncSchedules(webinars: readonly Announced[], clock: Clock): Promise<void> {
  for (const webinar of webinars)
    await serially(`webinar:${webinar.slug}`, () => db().$transaction(tx => syncOne(tx, webinar, clock())))
}

async function syncOne(tx: Tx, webinar: Announced, now: number): Promise<void> {
  const { slug, title, zone, capacity, cancelled } = webinar
  const startsAt = new Date(webinar.startsAt)
  const endsAt = new Date(webinar.endsAt)
  const row = { title, zone, capacity, cancelled, startsAt, endsAt, syncedAt: new Date(now) }
  const before = await tx.webinarSchedule.findUnique({ where: { slug } })
  const schedule = await tx.webinarSchedule.upsert({ where: { slug }, create: { slug, ...row }, update: row })
  const moved =
    before && (before.startsAt.getTime() !== webinar.startsAt || before.endsAt.getTime() !== webinar.endsAt)
  const coming = webinar.endsAt > now
  if (coming && cancelled && before && !before.cancelled) await callOff(tx, schedule, now)
  if (coming && !cancelled) {
    if (moved || before?.cancelled) await tellMoved(tx, schedule, now)
    await planReminders(tx, schedule, now)
    if (before && capacity > before.capacity) await offerSeats(tx, schedule, now)
  }
  if (!cancelled && (webinar.replay || webinar.slides)) {
    const runAt = Math.max(webinar.endsAt + hour, now)
    await enqueue(tx, {
      kind: 'webinar-replay',
      key: `webinar-replay:${slug}`,
      payload: { slug },
      runAt,
      now,
    })
  }
}

const holders = (tx: Pick<Db, 'registration'>, slug: string) =>
  tx.registration.findMany({ where: { webinar: slug, state: 'registered' } })

async function tellMoved(tx: Tx, schedule: Schedule, now: number): Promise<void> {
  for (const row of await holders(tx, schedule.slug)) await sendCalendar(tx, schedule, row, 'moved', now)
}

async function callOff(tx: Tx, schedule: Schedule, now: number): Promise<void> {
  for (const row of await holders(tx, schedule.slug))
    await sendCalendar(tx, schedule, row, 'cancelled', now, true)
}

/** Instants are planned, not clock times: a day before is 24 hours before, whatever the clocks do in that night. */
async function planReminders(tx: Tx, { slug, startsAt }: Schedule, now: number): Promise<void> {
  const start = startsAt.getTime()
  for (const kind of Object.keys(reminders) as Kind[]) {
    const runAt = start + reminders[kind]
    if (runAt < now - latest[kind]) continue
    const payload = { slug, startsAt: start, kind }
    await enqueue(tx, {
      kind: 'webinar-remind',
      key: `webinar-remind:${slug}:${start}:${kind}`,
      payload,
      runAt,
      now,
    })
  }
}

export type Reminding = { slug: string; startsAt: number; kind: Kind }

/** Queues a reminder for everyone with a seat: once each for this start, however often the job runs. */
export async function remind({ slug, startsAt, kind }: Reminding, clock: Clock): Promise<void> {
  const now = clock()
  const schedule = await db().webinarSchedule.findUnique({ where: { slug } })
  if (!schedule || schedule.cancelled || schedule.startsAt.getTime() !== startsAt) return
  if (now > startsAt + reminders[kind] + latest[kind]) return
  for (const row of await holders(db(), slug)) {
    const props = { ...about(schedule, row), join: joinLink(row.id), kind }
    const key = `webinar-${kind}:${row.id}:${startsAt}`
    await queueMail(db(), { template: 'webinar-reminder', to: row.email, props, key }, now)
  }
}

/** Tells everyone who had a seat that the recording or the slides are there, once. */
export async function sendReplay({ slug }: { slug: string }, clock: Clock): Promise<void> {
  const schedule = await db().webinarSchedule.findUnique({ where: { slug } })
  if (!schedule || schedule.cancelled) return
  const slides = Boolean(findWebinar(slug)?.slides)
  for (const row of await holders(db(), slug)) {
    const { mine: _mine, ...rest } = about(schedule, row)
    const props = { ...rest, page: webinarUrl(slug), slides }
    const key = `webinar-replay:${row.id}`
    await queueMail(db(), { template: 'webinar-replay', to: row.email, props, key }, clock())
  }
}

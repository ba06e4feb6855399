import type { Writer } from '@/_audience/outbox.data'
import { queueMail } from '@/_audience/outbox.data'
import { day, hour, minute } from '@/_platform/clock'
import { type Db, db } from '@/_platform/db'
import { env } from '@/_platform/env'
import { enqueue } from '@/_platform/jobs.data'
import { type Happening, invitation } from './calendar'
import { joinLink, mineLink } from './links'
import { findWebinar } from './webinars'
import { inBothZones, inZone } from './when'

export type Tx = Writer & Pick<Db, 'registration' | 'webinarSchedule' | 'job'>
export type Registered = Awaited<ReturnType<typeof oneRow>>
export type Schedule = {
  slug: string
  title: string
  startsAt: Date
  endsAt: Date
  zone: string
  capacity: number
}

const oneRow = (tx: Pick<Db, 'registration'>, id: string) =>
  tx.registration.findUniqueOrThrow({ where: { id } })

export const happeningOf = (schedule: Schedule): Happening => ({
  slug: schedule.slug,
  title: schedule.title,
  description: findWebinar(schedule.slug)?.description ?? '',
  startsAt: schedule.startsAt.getTime(),
  endsAt: schedule.endsAt.getTime(),
})

/** What every mail to a registrant says. */
export const about = (schedule: Schedule, to: { id: string; zone: string | null }) => ({
  slug: schedule.slug,
  title: schedule.title,
  when: inBothZones(schedule.zone, schedule.startsAt.getTime(), to.zone),
  mine: mineLink(to.id),
})

/** Seats that nobody holds: neither a registration nor an offer. May be below zero after a capacity was lowered. */
export async function freeSeats(tx: Pick<Db, 'registration'>, schedule: Schedule): Promise<number> {
  const taken = await tx.registration.count({
    where: { webinar: schedule.slug, state: { in: ['registered', 'offered'] } },
  })
  return schedule.capacity - taken
}

/** Seats left of a webinar as its page shows them; undefined before it was announced here. */
export async function seatsLeft(slug: string): Promise<number | undefined> {
  const schedule = await db().webinarSchedule.findUnique({ where: { slug } })
  return schedule ? Math.max(0, await freeSeats(db(), schedule)) : undefined
}

/** Sends a calendar message with the registration's next number, and counts it up. */
export async function sendCalendar(
  tx: Tx,
  schedule: Schedule,
  row: Registered,
  kind: 'seat' | 'moved' | 'cancelled',
  now: number,
  byUs = false,
): Promise<void> {
  const method = kind === 'cancelled' ? 'CANCEL' : 'REQUEST'
  const join = joinLink(row.id)
  const ics = invitation(happeningOf(schedule), { ...row, join }, method)
  const props = { ...about(schedule, row), join, byUs, calendar: { method, ics } as const }
  await tx.registration.update({ where: { id: row.id }, data: { sequence: { increment: 1 } } })
  const key = `webinar-calendar:${row.id}:${row.sequence}`
  await queueMail(tx, { template: `webinar-${kind}`, to: row.email, props, key }, now)
}

/** An offer is kept for a day, but for no more than a quarter of the time that is left, and half an hour at least. */
const offerLasts = (startsAt: number, now: number): number =>
  Math.max(30 * minute, Math.min(day, (startsAt - now) / 4))

/** Offers free seats to the waiting list, in its order. Nothing is offered in the last hour. @param now Unix ms */
export async function offerSeats(tx: Tx, schedule: Schedule, now: number): Promise<void> {
  const startsAt = schedule.startsAt.getTime()
  if (startsAt - now < hour) return
  const free = await freeSeats(tx, schedule)
  if (free <= 0) return
  const next = await tx.registration.findMany({
    where: { webinar: schedule.slug, state: 'waiting' },
    orderBy: [{ waitingSince: 'asc' }, { id: 'asc' }],
    take: free,
  })
  const until = now + offerLasts(startsAt, now)
  for (const row of next) {
    await tx.registration.update({
      where: { id: row.id },
      data: { state: 'offered', offeredUntil: new Date(until) },
    })
    const props = { ...about(schedule, row), until: inZone(row.zone ?? schedule.zone, until) }
    await queueMail(
      tx,
      { template: 'webinar-offer', to: row.email, props, key: `webinar-offer:${row.id}:${until}` },
      now,
    )
    const job = {
      kind: 'webinar-offer-ends',
      key: `webinar-offer-ends:${row.id}:${until}`,
      payload: { id: row.id },
    }
    await enqueue(tx, { ...job, runAt: until, now })
  }
}

/** The page that everybody sees of a webinar. */
export const webinarUrl = (slug: string): string => `${env.SITE_URL}/webinars/${slug}`

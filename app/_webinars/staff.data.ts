import { stringify } from 'csv-stringify/sync'
import { queueMail } from '@/_audience/outbox.data'
import { audit } from '@/_platform/audit.data'
import type { Clock } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { AppError } from '@/_platform/errors'
import { newId } from '@/_platform/ids'
import { about } from './seats.data'
import { webinars } from './webinars'

export type Staff = { userId: string; staff: boolean } | null

function assertStaff(who: Staff): asserts who is NonNullable<Staff> {
  if (!who?.staff) throw new AppError('forbidden', 'Only staff can see who registered.')
}

export type Overview = {
  slug: string
  title: string
  startsAt: number
  capacity: number
  registered: number
  waiting: number
  attended: number
}

/** Every webinar with how many come. @throws AppError 'forbidden' to anyone but staff */
export async function webinarOverview(who: Staff): Promise<Overview[]> {
  assertStaff(who)
  return Promise.all(
    webinars.map(async ({ slug, title, startsAt, capacity }) => {
      const count = (where: object) => db().registration.count({ where: { webinar: slug, ...where } })
      const [registered, waiting, attended] = await Promise.all([
        count({ state: 'registered' }),
        count({ state: { in: ['waiting', 'offered'] } }),
        count({ attendedAt: { not: null } }),
      ])
      return { slug, title, startsAt, capacity, registered, waiting, attended }
    }),
  )
}

export type Registrant = {
  id: string
  name: string
  email: string
  website: string
  zone: string
  state: string
  /** Unix ms. */
  registeredAt: number
  attendedAt?: number
}

const order = ['registered', 'offered', 'waiting', 'lapsed', 'cancelled']

/** Who registered: those with a seat, then the list in its order, then who left. */
export async function registrants(who: Staff, slug: string): Promise<Registrant[]> {
  assertStaff(who)
  const rows = await db().registration.findMany({
    where: { webinar: slug },
    orderBy: [{ waitingSince: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows
    .map(row => ({
      id: row.id,
      name: row.name,
      email: row.email,
      website: row.website ?? '',
      zone: row.zone ?? '',
      state: row.state,
      registeredAt: row.createdAt.getTime(),
      ...(row.attendedAt && { attendedAt: row.attendedAt.getTime() }),
    }))
    .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
}

/** A cell that a spreadsheet would run as a formula is text. */
const harmless = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

/** The same as CSV (RFC 4180), times in UTC. Written down, because addresses leave with it. */
export async function registrantsCsv(who: Staff, slug: string, clock: Clock): Promise<string> {
  assertStaff(who)
  const rows = await registrants(who, slug)
  await audit(db(), {
    actorId: who.userId,
    accountId: null,
    action: 'webinar.export',
    subject: slug,
    at: clock(),
  })
  const iso = (at: number | undefined) => (at === undefined ? '' : new Date(at).toISOString())
  return stringify(
    rows.map(row =>
      [row.name, row.email, row.website, row.zone, row.state, iso(row.registeredAt), iso(row.attendedAt)].map(
        harmless,
      ),
    ),
    {
      header: true,
      columns: ['name', 'email', 'website', 'zone', 'state', 'registered', 'attended'],
      record_delimiter: '\r\n',
    },
  )
}

/** Mails everyone with a seat, or everyone who came. @returns to how many */
export async function mailRegistrants(
  who: Staff,
  message: { slug: string; subject: string; text: string; to: 'registered' | 'attended' | 'waiting' },
  clock: Clock,
): Promise<number> {
  assertStaff(who)
  const { slug, subject, text, to } = message
  const schedule = await db().webinarSchedule.findUnique({ where: { slug } })
  if (!schedule) throw new AppError('not_found', 'There is no such webinar.')
  const state = to === 'waiting' ? { in: ['waiting', 'offered'] } : 'registered'
  const rows = await db().registration.findMany({
    where: { webinar: slug, state, ...(to === 'attended' && { attendedAt: { not: null } }) },
  })
  const id = newId('message')
  const now = clock()
  await audit(db(), {
    actorId: who.userId,
    accountId: null,
    action: 'webinar.mail',
    subject: slug,
    detail: { to, people: rows.length },
    at: now,
  })
  for (const row of rows) {
    const props = { ...about(schedule, row), subject, text }
    await queueMail(db(), { template: 'webinar-message', to: row.email, props, key: `${id}:${row.id}` }, now)
  }
  return rows.length
}

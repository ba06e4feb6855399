import { addressHash, normalAddress } from '@/_audience/address'
import { queueMail } from '@/_audience/outbox.data'
import { askToSubscribe } from '@/_audience/subscribers.data'
import { wordings } from '@/_audience/wordings'
import { type Clock, hour, minute } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { AppError } from '@/_platform/errors'
import { addressBlock } from '@/_platform/http/address-block'
import { forgetPage } from '@/_platform/http/page-cache'
import { newId } from '@/_platform/ids'
import { type Limit, take, takeOrRefuse } from '@/_platform/limits.data'
import { readJoin, readMine } from './links'
import type { RegistrationForm } from './registration-form'
import {
  about,
  freeSeats,
  offerSeats,
  type Registered,
  type Schedule,
  sendCalendar,
  type Tx,
} from './seats.data'
import { serially } from './serial'
import { findWebinar } from './webinars'

/** The personal link opens so long before the start. */
export const opensBefore = 15 * minute

const byNetwork: Limit = { name: 'register network', burst: 20, every: 30_000 }
const byAddress: Limit = { name: 'register address', burst: 3, every: hour }

/**
 * Takes a registration within what one network and one address may ask. A ticked box asks for its own confirmation
 * by mail (promises U2, U3).
 * @param caller.address the IP address; it is not kept
 * @throws AppError 'not_found' without such a webinar, 'conflict' when it is over or called off, 'too_many'
 */
export async function register(
  form: RegistrationForm,
  caller: { address: string },
  clock: Clock,
): Promise<void> {
  const email = normalAddress(form.email)
  await takeOrRefuse(byNetwork, addressBlock(caller.address), clock)
  await assertPlanned(form.webinar)
  const often = (await take(byAddress, `${form.webinar} ${email}`, clock)) > 0
  if (form.url !== '' || often) return
  await enrol(form, clock)
  changed(form.webinar)
  if (form.news) {
    const asked = { email, topics: ['webinars' as const], wording: wordings.withRegistration, ...caller }
    await askToSubscribe(asked, clock)
  }
}

async function assertPlanned(slug: string): Promise<void> {
  if (!(await db().webinarSchedule.findUnique({ where: { slug }, select: { slug: true } })))
    throw new AppError('not_found', 'There is no such webinar.', 'webinar')
}

/**
 * Gives a seat, or a place on the waiting list when every seat is taken. The seat is claimed in the transaction that
 * writes the row. An address that is registered already stays so: its mail is sent once more, so that nobody learns
 * from the answer who comes.
 */
export async function enrol(form: RegistrationForm, clock: Clock): Promise<void> {
  const email = normalAddress(form.email)
  const emailHash = addressHash(email)
  await inTurn(form.webinar, async (tx, schedule) => {
    const now = clock()
    if (schedule.endsAt.getTime() <= now) throw new AppError('conflict', 'This webinar is over.')
    const known = await tx.registration.findUnique({
      where: { webinar_emailHash: { webinar: form.webinar, emailHash } },
    })
    if (known && ['registered', 'waiting', 'offered'].includes(known.state))
      return repeat(tx, schedule, known, now)
    const seat = (await freeSeats(tx, schedule)) > 0
    const data = {
      name: form.name,
      email,
      website: form.website ?? null,
      zone: form.zone ?? known?.zone ?? null,
      state: seat ? 'registered' : 'waiting',
      waitingSince: seat ? null : new Date(now),
      offeredUntil: null,
      cancelledAt: null,
    }
    const fresh = { id: newId('registration'), webinar: form.webinar, emailHash, createdAt: new Date(now) }
    const row = known
      ? await tx.registration.update({ where: { id: known.id }, data })
      : await tx.registration.create({ data: { ...data, ...fresh } })
    if (seat) await sendCalendar(tx, schedule, row, 'seat', now)
    else await sayWaiting(tx, schedule, row, now)
  })
}

/** Tells an address again what it holds, with the same calendar entry. */
async function repeat(tx: Tx, schedule: Schedule, row: Registered, now: number): Promise<void> {
  if (row.state === 'registered') await sendCalendar(tx, schedule, row, 'seat', now)
  else await sayWaiting(tx, schedule, row, now)
}

const sayWaiting = (tx: Tx, schedule: Schedule, row: Registered, now: number) =>
  queueMail(
    tx,
    {
      template: 'webinar-waiting',
      to: row.email,
      props: about(schedule, row),
      key: `webinar-waiting:${row.id}:${now}`,
    },
    now,
  )

/** Runs a change of one webinar alone, its schedule at hand. The first statement takes the database's write lock. */
async function inTurn<T>(slug: string, act: (tx: Tx, schedule: Schedule) => Promise<T>): Promise<T> {
  return serially(`webinar:${slug}`, () =>
    db().$transaction(async tx => {
      const { count } = await tx.webinarSchedule.updateMany({
        where: { slug, cancelled: false },
        data: { slug },
      })
      if (count === 0) throw new AppError('not_found', 'There is no such webinar, or it was called off.')
      return act(tx, await tx.webinarSchedule.findUniqueOrThrow({ where: { slug } }))
    }),
  )
}

/** Seats left stand on the webinar's kept page. */
const changed = (slug: string) => forgetPage(`/webinars/${slug}`)

export type Mine = {
  slug: string
  title: string
  when: string
  name: string
  website: string | null
  state: string
  /** Unix ms; while a seat is offered. */
  offeredUntil?: number
  over: boolean
}

async function rowOf(id: string) {
  const row = await db().registration.findUnique({ where: { id } })
  const schedule = row && (await db().webinarSchedule.findUnique({ where: { slug: row.webinar } }))
  if (!row || !schedule) throw new AppError('gone', 'We hold nothing about this registration any more.')
  return { row, schedule }
}

/** The registration that a mailed link is about. Changes nothing: link scanners open links. */
export async function readRegistration(token: string, clock: Clock): Promise<Mine> {
  const { row, schedule } = await rowOf(readMine(token, clock()))
  const { slug, title, when } = about(schedule, row)
  return {
    slug,
    title,
    when,
    name: row.name,
    website: row.website,
    state: row.state === 'offered' && (row.offeredUntil?.getTime() ?? 0) <= clock() ? 'lapsed' : row.state,
    ...(row.state === 'offered' && { offeredUntil: row.offeredUntil!.getTime() }),
    over: schedule.cancelled || schedule.endsAt.getTime() <= clock(),
  }
}

/** Changes name and website by a mailed link. */
export async function changeRegistration(
  token: string,
  change: { name: string; website?: string },
  clock: Clock,
): Promise<void> {
  const { row } = await rowOf(readMine(token, clock()))
  const data = { name: change.name, website: change.website ?? null }
  await db().registration.update({ where: { id: row.id }, data })
}

/** Gives a seat, an offer or a place on the list back; a seat goes to the list. Twice changes nothing. */
export async function cancelRegistration(token: string, clock: Clock): Promise<void> {
  const { row } = await rowOf(readMine(token, clock()))
  await inTurn(row.webinar, async (tx, schedule) => {
    const now = clock()
    const left = await tx.registration.findUniqueOrThrow({ where: { id: row.id } })
    if (!['registered', 'offered', 'waiting'].includes(left.state)) return
    await tx.registration.update({
      where: { id: left.id },
      data: { state: 'cancelled', cancelledAt: new Date(now), offeredUntil: null },
    })
    if (left.state === 'registered') await sendCalendar(tx, schedule, left, 'cancelled', now)
    if (schedule.startsAt.getTime() > now) await offerSeats(tx, schedule, now)
  })
  changed(row.webinar)
}

/** Takes an offered seat. @throws AppError 'gone' when the offer is over */
export async function takeOffer(token: string, clock: Clock): Promise<void> {
  const { row } = await rowOf(readMine(token, clock()))
  await inTurn(row.webinar, async (tx, schedule) => {
    const now = clock()
    const { count } = await tx.registration.updateMany({
      where: { id: row.id, state: 'offered', offeredUntil: { gt: new Date(now) } },
      data: { state: 'registered', offeredUntil: null, waitingSince: null },
    })
    if (count === 0) throw new AppError('gone', 'The offer is over. Register again to go on the list.')
    await sendCalendar(
      tx,
      schedule,
      await tx.registration.findUniqueOrThrow({ where: { id: row.id } }),
      'seat',
      now,
    )
  })
}

/** Ends an offer that nobody took, and offers the seat to the next. */
export async function endOffer(id: string, clock: Clock): Promise<void> {
  const found = await db().registration.findUnique({ where: { id } })
  if (!found) return
  await inTurn(found.webinar, async (tx, schedule) => {
    const { count } = await tx.registration.updateMany({
      where: { id, state: 'offered', offeredUntil: { lte: new Date(clock()) } },
      data: { state: 'lapsed', offeredUntil: null },
    })
    if (count > 0) await offerSeats(tx, schedule, clock())
  })
  changed(found.webinar)
}

export type Joining = {
  slug: string
  title: string
  when: string
  state: 'early' | 'open' | 'over' | 'no-seat'
}

/** What a personal link to join opens to, now. Changes nothing. */
export async function readJoining(token: string, clock: Clock): Promise<Joining> {
  const { row, schedule } = await rowOf(readJoin(token, clock()))
  const { slug, title, when } = about(schedule, row)
  const now = clock()
  const state =
    row.state !== 'registered' || schedule.cancelled
      ? 'no-seat'
      : now < schedule.startsAt.getTime() - opensBefore
        ? 'early'
        : now >= schedule.endsAt.getTime()
          ? 'over'
          : 'open'
  return { slug, title, when, state }
}

/**
 * Records that the link's person came, the first time, and gives the address of the platform.
 * @throws AppError 'conflict' while the link is not open
 */
export async function join(
  token: string,
  clock: Clock,
): Promise<{ slug: string; platform: string; first: boolean }> {
  const { slug, state } = await readJoining(token, clock)
  if (state !== 'open') throw new AppError('conflict', 'The link opens 15 minutes before the start.')
  const { count } = await db().registration.updateMany({
    where: { id: readJoin(token, clock()), attendedAt: null },
    data: { attendedAt: new Date(clock()) },
  })
  const platform = findWebinar(slug)?.join
  if (!platform) throw new AppError('unavailable', 'The room is not known yet. Try again in a minute.')
  return { slug, platform, first: count > 0 }
}

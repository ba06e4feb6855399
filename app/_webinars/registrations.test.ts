import ICAL from 'ical.js'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { deliverNext } from '@/_audience/deliver'
import { mailbox, mailboxAttachments, mailboxTransport } from '@/_audience/mailbox.data'
import { day, hour, minute } from '@/_platform/clock'
import type { Db } from '@/_platform/db'
import { runNextJob } from '@/_platform/jobs.data'
import { share } from '@/_platform/shared'
import { useTestDb } from '../../e2e/testing/database'
import { webinarJobs } from './jobs'
import { joinLink, mineLink } from './links'
import { registrationForm } from './registration-form'
import {
  cancelRegistration,
  changeRegistration,
  enrol,
  join,
  readJoining,
  readRegistration,
  register,
  takeOffer,
} from './registrations.data'
import { syncSchedules } from './schedule.data'
import { seatsLeft } from './seats.data'
import { mailRegistrants, registrants, registrantsCsv } from './staff.data'
import { findWebinar } from './webinars'
import { instantIn } from './zoned'

let db: Db
const slug = 'moving-from-kissmetrics'
const time = { now: 0 }
const clock = () => time.now
const staffMailbox = { staff: true }
const staff = { userId: 'user_staff', staff: true }
const zone = 'America/New_York'
/** On the morning of the night in which New York's clocks go forward. */
const start = instantIn(zone, '2027-03-14T10:00')
const planned = (change: object = {}) => ({
  ...findWebinar(slug)!,
  startsAt: start,
  endsAt: start + hour,
  zone,
  capacity: 2,
  ...change,
})
let network = 0
const formOf = (email: string, more: object = {}) =>
  registrationForm.parse({ webinar: slug, name: email.split('@')[0], email, website: '', ...more })
const go = (email: string, more: object = {}) =>
  register(formOf(email, more), { address: `10.0.${network++ % 250}.1` }, clock)
const states = async () =>
  Object.fromEntries((await registrants(staff, slug)).map(({ name, state }) => [name, state]))
const idOf = async (name: string) => (await db.registration.findFirstOrThrow({ where: { name } })).id
const tokenOf = (link: string) => new URL(link).searchParams.get('token')!
const mine = async (name: string) => tokenOf(mineLink(await idOf(name)))
const joining = async (name: string) => tokenOf(joinLink(await idOf(name)))

async function settle(): Promise<void> {
  while (await runNextJob(webinarJobs(clock), clock)) {}
  while (await deliverNext({ transport: mailboxTransport(clock), clock })) {}
}
/** What reached an address so far, oldest first, with what its calendar was told. */
async function mails(to: string) {
  await settle()
  const queued = await db.outboxMessage.findMany({
    where: { to },
    orderBy: [{ createdAt: 'asc' }, { key: 'asc' }],
  })
  const arrived = new Map((await mailbox(staffMailbox)).map(mail => [mail.id, mail]))
  const all = queued.flatMap(({ id }) => arrived.get(id) ?? [])
  return Promise.all(
    all.map(async ({ id, subject, text }) => {
      const [file] = await mailboxAttachments(staffMailbox, id)
      if (!file) return { subject, text }
      const calendar = new ICAL.Component(ICAL.parse(file.content))
      const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!)
      return {
        subject,
        text,
        type: file.type,
        method: calendar.getFirstPropertyValue('method'),
        uid: event.uid,
        sequence: event.sequence,
        start: event.startDate.toJSDate().getTime(),
      }
    }),
  )
}

beforeAll(async () => {
  db = (await useTestDb()).db
  share('pages', { forget: () => {} })
})
beforeEach(async () => {
  await db.registration.deleteMany()
  await db.webinarSchedule.deleteMany()
  await db.outboxMessage.deleteMany()
  await db.mailboxMessage.deleteMany()
  await db.mailboxAttachment.deleteMany()
  await db.rateBucket.deleteMany()
  await db.job.deleteMany()
  time.now = start - 10 * day
  await syncSchedules([planned()], clock)
})

describe('seats', () => {
  test('five hundred race for a hundred: exactly a hundred come, and the rest wait in the order they came', async () => {
    await syncSchedules([planned({ capacity: 100 })], clock)
    const names = Array.from({ length: 500 }, (_, n) => `r${String(n).padStart(3, '0')}@example.com`)
    await Promise.all(names.map(email => enrol(formOf(email), clock)))
    const rows = await registrants(staff, slug)
    expect(rows.filter(({ state }) => state === 'registered')).toHaveLength(100)
    expect(rows.filter(({ state }) => state === 'waiting')).toHaveLength(400)
    expect(await seatsLeft(slug)).toBe(0)
    expect(await db.outboxMessage.count({ where: { template: 'webinar-seat' } })).toBe(100)
    expect(await db.outboxMessage.count({ where: { template: 'webinar-waiting' } })).toBe(400)
  }, 120_000)

  test('registering twice is one registration, whatever the case of the address', async () => {
    await go('ann@example.com')
    await go('ANN@Example.com')
    expect(await states()).toEqual({ ann: 'registered' })
    expect((await mails('ann@example.com')).map(({ subject, sequence }) => [subject, sequence])).toEqual([
      ['Your seat: Moving from Kissmetrics', 0],
      ['Your seat: Moving from Kissmetrics', 1],
    ])
  })

  test('a seat given back is offered in order; an offer not taken goes to the next; a seat taken stays', async () => {
    for (const name of ['ann', 'bo', 'cy', 'di', 'ed']) {
      await go(`${name}@example.com`)
      time.now += minute
    }
    expect(await states()).toEqual({
      ann: 'registered',
      bo: 'registered',
      cy: 'waiting',
      di: 'waiting',
      ed: 'waiting',
    })
    await cancelRegistration(await mine('ann'), clock)
    await cancelRegistration(await mine('ann'), clock)
    expect(await states()).toEqual({
      ann: 'cancelled',
      bo: 'registered',
      cy: 'offered',
      di: 'waiting',
      ed: 'waiting',
    })
    expect(await seatsLeft(slug)).toBe(0)
    time.now += day
    await settle()
    expect(await states()).toMatchObject({ cy: 'lapsed', di: 'offered', ed: 'waiting' })
    await expect(takeOffer(await mine('cy'), clock)).rejects.toMatchObject({ code: 'gone' })
    time.now += minute
    await takeOffer(await mine('di'), clock)
    time.now += 2 * day
    await settle()
    expect(await states()).toMatchObject({ bo: 'registered', di: 'registered', ed: 'waiting' })
    expect((await mails('di@example.com')).map(({ subject }) => subject.split(':')[0])).toEqual([
      'On the waiting list',
      'A seat is free',
      'Your seat',
    ])
  })

  test('more seats go to the list', async () => {
    for (const name of ['ann', 'bo', 'cy']) await go(`${name}@example.com`)
    await syncSchedules([planned({ capacity: 3 })], clock)
    expect(await states()).toMatchObject({ cy: 'offered' })
  })

  test('nobody registers for what is over, called off, or not there; a trapped form does nothing', async () => {
    await go('bot@example.com', { url: 'x' })
    expect(await states()).toEqual({})
    await expect(go('ann@example.com', { webinar: 'nope' })).rejects.toMatchObject({ code: 'not_found' })
    time.now = start + hour
    await expect(go('ann@example.com')).rejects.toMatchObject({ code: 'conflict' })
  })

  test('only the ticked box asks to confirm the webinar topic', async () => {
    await go('no@example.com')
    expect(await db.subscriber.count()).toBe(0)
    await go('yes@example.com', { news: 'on' })
    expect(await db.subscription.findMany()).toMatchObject([{ topic: 'webinars', state: 'pending' }])
  })
})

describe('the calendar', () => {
  test('one entry for good: a new time, giving back and coming again each rise by one', async () => {
    await go('ann@example.com', { zone: 'Europe/Berlin' })
    time.now += minute
    const later = start + day
    await syncSchedules([planned({ startsAt: later, endsAt: later + hour })], clock)
    await syncSchedules([planned({ startsAt: later, endsAt: later + hour })], clock)
    await settle()
    time.now += minute
    await cancelRegistration(await mine('ann'), clock)
    await settle()
    time.now += minute
    await go('ann@example.com')
    const got = await mails('ann@example.com')
    expect(
      got.map(({ subject, method, sequence, start: at }) => [subject.split(':')[0], method, sequence, at]),
    ).toEqual([
      ['Your seat', 'REQUEST', 0, start],
      ['A new time', 'REQUEST', 1, later],
      ['Cancelled', 'CANCEL', 2, later],
      ['Your seat', 'REQUEST', 3, later],
    ])
    expect(new Set(got.map(({ uid }) => uid)).size).toBe(1)
    expect(got[0]!.type).toBe('text/calendar; charset=utf-8; method=REQUEST')
    expect(got[0]!.text).toContain(
      'Sunday, 14 March 2027, 10:00 EDT (where you are: Sunday, 14 March 2027, 15:00 GMT+1)',
    )
  })

  test('called off: everyone with a seat is told, and reminders stay away', async () => {
    await go('ann@example.com')
    await settle()
    time.now += minute
    await syncSchedules([planned({ cancelled: true })], clock)
    time.now = start
    const got = await mails('ann@example.com')
    expect(got.map(({ subject, method }) => [subject.split(':')[0], method])).toEqual([
      ['Your seat', 'REQUEST'],
      ['Cancelled', 'CANCEL'],
    ])
  })
})

describe('reminders', () => {
  const subjects = async (to: string) => (await mails(to)).map(({ subject }) => subject.split(':')[0])

  test('a day before, an hour before and at the start, once each, by the instant and not by the clock on the wall', async () => {
    await go('ann@example.com')
    await settle()
    // The night between has 23 hours: 24 hours before 10:00 it was 09:00.
    time.now = instantIn(zone, '2027-03-13T08:59')
    expect(await subjects('ann@example.com')).toEqual(['Your seat'])
    time.now = instantIn(zone, '2027-03-13T09:00')
    expect(await subjects('ann@example.com')).toEqual(['Your seat', 'Tomorrow'])
    await syncSchedules([planned()], clock)
    for (const at of [start - hour, start - hour, start, start]) {
      time.now = at
      await db.job.updateMany({ where: { kind: 'webinar-remind' }, data: { doneAt: null } })
      await settle()
    }
    expect(await subjects('ann@example.com')).toEqual(['Your seat', 'Tomorrow', 'In an hour', 'We are live'])
  })

  test('a moved webinar is reminded of at its new time only, and one that slept through says nothing stale', async () => {
    await go('ann@example.com')
    await settle()
    time.now += minute
    await syncSchedules([planned({ startsAt: start + 7 * day, endsAt: start + 7 * day + hour })], clock)
    time.now = start
    expect(await subjects('ann@example.com')).toEqual(['Your seat', 'A new time'])
    time.now = start + 7 * day - 10 * minute
    expect((await subjects('ann@example.com')).slice(2)).toEqual(['In an hour'])
  })

  test('recording and slides are told once to those who had a seat', async () => {
    for (const name of ['ann', 'bo', 'cy']) await go(`${name}@example.com`)
    await cancelRegistration(await mine('bo'), clock)
    time.now = start + day
    const after = planned({ replay: 'https://video.example/1', capacity: 2 })
    for (let n = 0; n < 2; n++) {
      await syncSchedules([after], clock)
      await settle()
    }
    expect((await subjects('ann@example.com')).filter(one => one === 'The recording')).toHaveLength(1)
    expect(await subjects('bo@example.com')).not.toContain('The recording')
  })
})

describe('links', () => {
  test('the personal link opens 15 minutes before, records who came, and closes at the end', async () => {
    await go('ann@example.com')
    const token = await joining('ann')
    time.now = start - 15 * minute - 1
    expect((await readJoining(token, clock)).state).toBe('early')
    await expect(join(token, clock)).rejects.toMatchObject({ code: 'conflict' })
    time.now = start - 15 * minute
    expect((await readJoining(token, clock)).state).toBe('open')
    expect((await registrants(staff, slug))[0]!.attendedAt).toBeUndefined()
    expect(await join(token, clock)).toMatchObject({ platform: findWebinar(slug)!.join, first: true })
    time.now += minute
    expect((await join(token, clock)).first).toBe(false)
    expect((await registrants(staff, slug))[0]!.attendedAt).toBe(start - 15 * minute)
    time.now = start + hour
    expect((await readJoining(token, clock)).state).toBe('over')
  })

  test('a link that joins changes nothing, one of another registration neither, and names can be changed', async () => {
    await go('ann@example.com')
    await expect(cancelRegistration(await joining('ann'), clock)).rejects.toMatchObject({ code: 'invalid' })
    await expect(readJoining(await mine('ann'), clock)).rejects.toMatchObject({ code: 'invalid' })
    await changeRegistration(await mine('ann'), { name: 'Anna', website: 'https://a.example' }, clock)
    expect(await readRegistration(await mine('Anna'), clock)).toMatchObject({
      name: 'Anna',
      state: 'registered',
    })
    await cancelRegistration(await mine('Anna'), clock)
    time.now = start
    expect((await readJoining(await joining('Anna'), clock)).state).toBe('no-seat')
  })
})

describe('staff', () => {
  test('mail those who come or came, and export them without formulas; nobody else may', async () => {
    await go('ann@example.com', { name: '=1+1' })
    await go('bo@example.com')
    await go('cy@example.com')
    const message = { slug, subject: 'Bring a snippet', text: 'One of yours.', to: 'registered' as const }
    expect(await mailRegistrants(staff, message, clock)).toBe(2)
    expect((await mails('bo@example.com')).map(({ subject }) => subject)).toContain('Bring a snippet')
    expect((await mails('cy@example.com')).map(({ subject }) => subject)).not.toContain('Bring a snippet')
    const csv = await registrantsCsv(staff, slug, clock)
    expect(csv).toContain("\r\n'=1+1,ann@example.com,")
    for (const who of [null, { ...staff, staff: false }]) {
      await expect(registrants(who, slug)).rejects.toMatchObject({ code: 'forbidden' })
      await expect(registrantsCsv(who, slug, clock)).rejects.toMatchObject({ code: 'forbidden' })
      await expect(mailRegistrants(who, message, clock)).rejects.toMatchObject({ code: 'forbidden' })
    }
  })
})

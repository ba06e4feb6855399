import { beforeAll, describe, expect, it, vi } from 'vitest'
import { updateSite } from '@/_analytics/sites.data'
import { propsOf } from '@/_audience/outbox.data'
import { assignPlan } from '@/_billing/staff-plans.data'
import { day, hour } from '@/_platform/clock'
import type { Db } from '@/_platform/db'
import { runNextJob } from '@/_platform/jobs.data'
import { acceptancesOf } from '@/_privacy/acceptances.data'
import { useTestDb } from '../../../e2e/testing/database'
import { readSession } from '../sessions.data'
import { beginTrial, linkState, verifyByCode, verifyByLink, waitingAddress } from './registrations.data'
import { readSignUp, type SignUp } from './sign-up'
import { trialOf, trialStep, trialSteps } from './trials.data'

let now = Date.UTC(2026, 11, 2)
const clock = () => now
let db: Db
let people = 0

beforeAll(async () => {
  db = (await useTestDb()).db
})

const sent = (more: Record<string, string> = {}) => ({
  name: 'Ann Ito',
  email: `person${++people}@example.com`,
  password: 'several words of hers',
  phone: '',
  siteName: 'Halden Tea',
  siteUrl: 'haldentea.example',
  age: 'on',
  agreed: 'on',
  ...more,
})
const form = (more: Record<string, string> = {}): SignUp => {
  const read = readSignUp(sent(more))
  if ('errors' in read) throw new Error(JSON.stringify(read.errors))
  return read.given
}
const from = () => ({ address: `192.0.2.${people}`, label: 'Firefox on Linux' })

/** The message to an address: which one, with its link's token and its code. */
async function mailTo(to: string) {
  const mails = await db.outboxMessage.findMany({ where: { to }, orderBy: { createdAt: 'asc' } })
  const mail = mails.at(-1)!
  const props = propsOf(mail) as Record<string, string>
  const link = props.link && new URL(props.link).searchParams.get('token')
  return { template: mail.template, code: props.code as string, link: link as string }
}

const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    error => error.code,
  )

async function opened(more: Record<string, string> = {}) {
  const given = form(more)
  const browser = await beginTrial(given, from(), clock)
  const { code } = await mailTo(given.email)
  const { session, siteId } = await verifyByCode(browser, code, from(), clock)
  const viewer = (await readSession(session, clock))!
  return { given, viewer, siteId, accountId: viewer.memberships[0]!.accountId }
}

describe('what is sent', () => {
  const errors = (more: Record<string, string>) => {
    const read = readSignUp(sent(more))
    return 'errors' in read ? read.errors.map(error => error.field) : []
  }

  it.each([
    [{}, []],
    [{ phone: '+47 22 12 34 56' }, []],
    [{ siteUrl: 'https://shop.example/path' }, []],
    [{ name: ' ' }, ['name']],
    [{ email: 'ann' }, ['email']],
    [{ password: 'password123' }, ['password']],
    [{ siteUrl: 'not an address' }, ['siteUrl']],
    [{ siteUrl: 'javascript:alert(1)' }, ['siteUrl']],
    [{ age: '' }, ['age']],
    [{ agreed: 'off' }, ['agreed']],
    [{ card: 'yes' }, ['name']],
    [{ phone: '4111 1111 1111 1111' }, ['phone']],
    [{ name: 'Ann 4111-1111-1111-1111' }, ['name']],
    [{ password: '4111111111111111' }, ['password']],
    [{ number: '5555555555554444' }, ['name']],
  ])('%j is refused at %j', (more, fields) => expect(errors(more)).toEqual(fields))
})

describe('a sign-up', () => {
  it('opens an account by its code, with the versions that were accepted', async () => {
    const { given, viewer, siteId, accountId } = await opened({ phone: '+47 22 12 34 56' })
    expect(viewer).toMatchObject({ email: given.email, name: 'Ann Ito', staff: false })
    expect(viewer.memberships).toEqual([{ accountId, role: 'owner' }])
    const site = await db.site.findUniqueOrThrow({ where: { id: siteId } })
    expect(site).toMatchObject({ accountId, name: 'Halden Tea', url: 'https://haldentea.example' })
    expect((await db.contact.findUniqueOrThrow({ where: { userId: viewer.userId } })).phone).toBe(given.phone)
    const accepted = await acceptancesOf(viewer)
    expect(accepted.map(one => [one.document, one.how]).sort()).toEqual([
      ['privacy', 'trial'],
      ['terms', 'trial'],
    ])
    expect(accepted.every(one => /^\d{4}-\d\d-\d\d$/.test(one.version))).toBe(true)
    expect(await db.signUp.count({ where: { email: given.email } })).toBe(0)
    expect(await trialOf(accountId, clock)).toEqual({
      state: 'running',
      endsAt: now + 14 * day,
      daysLeft: 14,
    })
  })

  it('opens by its link; in another browser with the password alone', async () => {
    const given = form()
    const browser = await beginTrial(given, from(), clock)
    const { link } = await mailTo(given.email)
    expect(await linkState(link, browser, clock)).toBe('same browser')
    expect(await linkState(link, '', clock)).toBe('other browser')
    const other = { link, browser: '', password: 'a wrong password' }
    expect(await codeOf(verifyByLink(other, from(), clock))).toBe('invalid')
    await verifyByLink({ ...other, password: given.password }, from(), clock)
    expect(await linkState(link, browser, clock)).toBe('gone')
    expect(await codeOf(verifyByLink({ link, browser, password: '' }, from(), clock))).toBe('gone')
  })

  it('ends after five wrong codes, also for the right one', async () => {
    const given = form()
    const browser = await beginTrial(given, from(), clock)
    const { code } = await mailTo(given.email)
    const wrong = code === '000 000' ? '000 001' : '000 000'
    for (let time = 0; time < 5; time++)
      expect(await codeOf(verifyByCode(browser, wrong, from(), clock))).toBe('invalid')
    expect(await codeOf(verifyByCode(browser, code, from(), clock))).toBe('gone')
  })

  it('ends after a day, and when the same address signs up again', async () => {
    const given = form()
    const first = await beginTrial(given, from(), clock)
    const second = await beginTrial(given, from(), clock)
    expect(await waitingAddress(first, clock)).toBeNull()
    expect(await waitingAddress(second, clock)).toBe(given.email)
    const { code } = await mailTo(given.email)
    now += 24 * hour
    expect(await codeOf(verifyByCode(second, code, from(), clock))).toBe('gone')
  })

  it('with a known address looks the same and opens nothing', async () => {
    const { given, viewer } = await opened()
    const browser = await beginTrial(form({ email: given.email, name: 'Mallory' }), from(), clock)
    expect(await waitingAddress(browser, clock)).toBe(given.email)
    expect((await mailTo(given.email)).template).toBe('trial-known')
    for (const code of ['000000', '111111', '222222', '333333', '444444'])
      expect(await codeOf(verifyByCode(browser, code, from(), clock))).toBe('invalid')
    expect((await db.user.findUniqueOrThrow({ where: { id: viewer.userId } })).name).toBe('Ann Ito')
    expect(await db.user.count({ where: { email: given.email } })).toBe(1)
  })

  it('keeps neither password, code nor tokens', async () => {
    const given = form()
    const browser = await beginTrial(given, from(), clock)
    const { code, link } = await mailTo(given.email)
    const kept = JSON.stringify(await db.signUp.findMany())
    for (const secret of [given.password, code, code.replace(' ', ''), link, browser])
      expect(kept).not.toContain(secret)
  })

  it('is held back when one network signs up over and over', async () => {
    const address = '198.51.100.7'
    for (let time = 0; time < 10; time++) await beginTrial(form(), { address }, clock)
    expect(await codeOf(beginTrial(form(), { address }, clock))).toBe('too_many')
  })
})

describe('the end of a trial', () => {
  const tearDown = vi.fn(async () => {})
  const run = async () => {
    while (await runNextJob({ [trialStep]: trialSteps(tearDown, clock) }, clock));
  }
  const mailsTo = async (to: string) =>
    (
      await db.outboxMessage.findMany({ where: { to, template: { in: ['trial-ending', 'trial-ended'] } } })
    ).map(mail => [mail.template, (propsOf(mail) as { which: string }).which])
  const deliver = (to: string) =>
    db.outboxMessage.updateMany({ where: { to, state: 'waiting' }, data: { state: 'sent' } })

  it('makes the account read-only, and deletes it after three messages and 30 days', async () => {
    const { given, viewer, siteId, accountId } = await opened()
    const end = now + 14 * day
    now = end - 1
    await updateSite(viewer, siteId, { name: 'Changed' }, clock)
    now = end
    expect(await codeOf(updateSite(viewer, siteId, { name: 'Late' }, clock))).toBe('conflict')
    expect((await trialOf(accountId, clock)).state).toBe('ended')
    for (const at of [end, end + 15 * day, end + 27 * day]) {
      now = at
      await run()
      await deliver(given.email)
    }
    const ended = [1, 2, 3].map(which => ['trial-ended', which])
    expect(await mailsTo(given.email)).toEqual([['trial-ending', undefined], ...ended])
    now = end + 30 * day - 1
    await run()
    expect(tearDown).not.toHaveBeenCalledWith(accountId)
    now = end + 30 * day
    await run()
    expect(tearDown).toHaveBeenCalledWith(accountId)
  })

  it('waits for a message that could not be sent', async () => {
    tearDown.mockClear()
    const { given, accountId } = await opened()
    now += 44 * day
    await run()
    expect(tearDown).not.toHaveBeenCalledWith(accountId)
    await deliver(given.email)
    now += day
    await run()
    expect(tearDown).toHaveBeenCalledWith(accountId)
  })

  it('is nothing once staff gave the account a plan, which nobody else can', async () => {
    tearDown.mockClear()
    const { given, viewer, siteId, accountId } = await opened()
    expect(await codeOf(assignPlan(viewer, accountId, 'team', clock))).toBe('forbidden')
    await assignPlan({ ...viewer, staff: true, memberships: [] }, accountId, 'team', clock)
    now += 60 * day
    await run()
    await updateSite(viewer, siteId, { name: 'Changed' }, clock)
    expect(await trialOf(accountId, clock)).toEqual({ state: 'settled', plan: 'team' })
    expect(await mailsTo(given.email)).toEqual([])
    expect(tearDown).not.toHaveBeenCalledWith(accountId)
  })
})

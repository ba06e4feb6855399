import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, expect, it } from 'vitest'
import type { Viewer } from '@/_accounts/viewer'
import { createSite, setOwnSite } from '@/_analytics/sites.data'
import { openSegmentStore } from '@/_analytics/store/segments'
import { addressHash } from '@/_audience/address'
import { recordConsent } from '@/_audience/consents.data'
import { propsOf } from '@/_audience/outbox.data'
import { day } from '@/_platform/clock'
import type { Db } from '@/_platform/db'
import { env } from '@/_platform/env'
import { newId } from '@/_platform/ids'
import { share } from '@/_platform/shared'
import { useTestDb } from '../../../e2e/testing/database'
import {
  answerRequest,
  confirmErasure,
  fetchArchive,
  proposeErasure,
  putOff,
  refuseRequest,
} from './answer.data'
import { disclosePerson } from './disclose.data'
import { measuredAs } from './measured'
import { requestPage, requestQueue } from './office.data'
import { sitesToCollect } from './refusals.data'
import type { RequestForm } from './request'
import { askPrivacyOffice, escalate, openRequestState, proveRequest, readRequest } from './requests.data'

let db: Db
let now = Date.parse('2026-11-24T09:00:00Z')
let ownSiteId: string
const accountId = 'acc2'
let network = 1
const clock = () => now
const email = 'ann@example.com'

const person = (userId: string, staff: boolean): Viewer => ({
  userId,
  email: `${userId}@example.com`,
  name: userId,
  staff,
  demo: false,
  memberships: staff ? [] : [{ accountId, role: 'owner' }],
})
const [one, two, stranger] = [person('one', true), person('two', true), person('stranger', false)]

beforeAll(async () => {
  const made = await useTestDb()
  db = made.db
  Object.assign(env, { DATA_DIR: mkdtempSync(join(tmpdir(), 'firsthand-requests-')) })
  const store = share('store', await openSegmentStore(env.DATA_DIR))
  await db.account.create({ data: { id: 'acc', name: 'Own', createdAt: new Date(now) } })
  const { site } = await createSite({ accountId: 'acc', name: 'Own', url: 'https://own.example' })
  await setOwnSite(site.id)
  ownSiteId = site.id

  await db.account.create({ data: { id: accountId, name: 'Client', createdAt: new Date(now) } })
  await createSite({ accountId, name: 'Shop', url: 'https://shop.example' })
  for (const _p of [email, 'bob@example.com'])
    await store.append(
      ownSiteId,
      now,
      JSON.stringify({ _p, _n: 'read', _t: Math.floor(now / 1000), _r: now }),
    )
  for (const address of [email, 'bob@example.com']) {
    const id = newId('subscriber')
    const row = { id, email: address, emailHash: addressHash(address), createdAt: new Date(now) }
    await db.subscriber.create({ data: row })
    const proof = {
      subscriberId: id,
      kind: 'asked',
      subject: 'newsletter',
      wording: 'w',
      address: '192.0.2.1',
    } as const
    await recordConsent(db, proof, now)
  }
  return () => store.close()
})

const form = (given: Partial<RequestForm>): RequestForm => ({
  ...{ kind: 'access', email, site: '', details: 'my words', providers: [] },
  ...given,
})

/** Each from a network of its own, and from an address that has not asked lately. */
async function ask(given: Partial<RequestForm>): Promise<string> {
  now += 2 * 60 * 60 * 1000
  return askPrivacyOffice(form(given), `192.0.${network++}.1`, clock)
}

/** The token in the link of the newest message of a kind. */
async function linkIn(template: string): Promise<string> {
  const row = await db.outboxMessage.findFirstOrThrow({ where: { template }, orderBy: { createdAt: 'desc' } })
  return new URL((propsOf(row) as { link: string }).link).searchParams.get('token')!
}

async function askAndProve(given: Partial<RequestForm>): Promise<string> {
  const id = await ask(given)
  await proveRequest(await linkIn('request-proof'), clock)
  return id
}

const stateOf = async (number: string, address = email) =>
  readRequest(await openRequestState({ number, email: address }, `198.51.${network++}.1`, clock), clock)

it('waits for the address to be proven, once, and then has a date', async () => {
  const id = await ask({})
  expect((await requestQueue(one, null, clock)).open).toEqual([])
  expect((await stateOf(id)).dueAt).toBeUndefined()
  const token = await linkIn('request-proof')
  expect(await proveRequest(token, clock)).toBe(id)
  await expect(proveRequest(token, clock)).rejects.toMatchObject({ code: 'gone' })
  const [request] = (await requestQueue(one, null, clock)).open
  expect(request).toMatchObject({ id, late: false })
  now += 30 * day
  expect((await requestQueue(one, null, clock)).open[0]).toMatchObject({ id, late: true })
  now -= 30 * day
  await refuseRequest(one, { id, text: 'Asked twice.' }, clock)
})

it('says the same of a wrong number and of a wrong address', async () => {
  const id = await askAndProve({})
  const wrong = { code: 'not_found', message: 'There is no request of this number from this address.' }
  await expect(stateOf('PR-AAAA-AAAA')).rejects.toMatchObject(wrong)
  await expect(stateOf(id, 'eve@example.com')).rejects.toMatchObject(wrong)
  await refuseRequest(one, { id, text: 'A test.' }, clock)
})

it('gives everything that is held, once, and names the policy that governs it', async () => {
  const id = await askAndProve({})
  await answerRequest(one, { id, text: 'Here it is.' }, clock)
  const token = await linkIn('request-answered')
  const { zip } = await fetchArchive(token, clock)
  const files = Object.fromEntries(
    Object.entries(unzipSync(new Uint8Array(zip))).map(([name, bytes]) => [name, strFromU8(bytes)]),
  )
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining([
      'READ ME.txt',
      'mail-settings.json',
      'mail-consents.json',
      'visits-and-events.json',
    ]),
  )
  expect(files['mail-settings.json']).toContain(email)
  expect(files['visits-and-events.json']).toContain('read')
  expect(files['READ ME.txt']).toMatch(/mail-settings.json: .*Governed by the privacy policy of /)
  expect(Object.values(files).join('')).not.toContain('bob@example.com')
  await expect(fetchArchive(token, clock)).rejects.toMatchObject({ code: 'gone' })
})

it('an archive is gone after its time', async () => {
  const id = await askAndProve({})
  await answerRequest(one, { id, text: 'Here it is.' }, clock)
  const token = await linkIn('request-answered')
  now += 14 * day + 1
  await expect(fetchArchive(token, clock)).rejects.toMatchObject({ code: 'gone' })
})

it('can be put off once, with a reason, to twenty business days', async () => {
  const id = await askAndProve({ kind: 'correction' })
  await expect(putOff(one, { id, text: ' ' }, clock)).rejects.toMatchObject({
    code: 'invalid',
    field: 'text',
  })
  const before = (await stateOf(id)).dueAt!
  await putOff(one, { id, text: 'It is a long list.' }, clock)
  expect((await stateOf(id)).dueAt).toBeGreaterThan(before)
  await expect(putOff(one, { id, text: 'Again.' }, clock)).rejects.toMatchObject({ code: 'conflict' })
  await answerRequest(one, { id, text: 'Corrected.' }, clock)
  expect(await stateOf(id)).toMatchObject({ state: 'answered', closed: true })
})

it('an objection keeps the person out of the operator’s site from then on', async () => {
  const id = await askAndProve({ kind: 'objection' })
  await answerRequest(one, { id, text: 'Done.' }, clock)
  const refusing = (await sitesToCollect()).filter(site => site.refusedPeople?.size)
  expect(refusing.map(site => site.id)).toEqual([ownSiteId])
})

it('a complaint takes its stages in their order only, and says the next', async () => {
  const id = await askAndProve({ kind: 'complaint' })
  const token = () => openRequestState({ number: id, email }, `203.0.${network++}.1`, clock)
  await expect(escalate(await token(), clock)).rejects.toMatchObject({ code: 'conflict' })
  await answerRequest(one, { id, text: 'We see it otherwise.' }, clock)
  expect((await stateOf(id)).next).toContain('independent body')
  await escalate(await token(), clock)
  expect(await stateOf(id)).toMatchObject({ stage: 'independent', canGoTo: 'arbitration' })
  await escalate(await token(), clock)
  expect(await stateOf(id)).toMatchObject({ stage: 'arbitration', canGoTo: undefined })
  await expect(escalate(await token(), clock)).rejects.toMatchObject({ code: 'conflict' })
})

it('nobody but the office sees or answers, and a client sees its own site’s alone', async () => {
  const id = await askAndProve({})
  const clients = await askAndProve({ site: 'www.shop.example' })
  const shop = (await db.site.findFirstOrThrow({ where: { name: 'Shop' } })).id
  await expect(requestQueue(null, null, clock)).rejects.toMatchObject({ code: 'unauthenticated' })
  await expect(requestQueue(stranger, null, clock)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(answerRequest(stranger, { id, text: 'x' }, clock)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(requestPage(one, clients, clock)).rejects.toMatchObject({ code: 'not_found' })
  expect((await requestQueue(stranger, shop, clock)).open.map(request => request.id)).toEqual([clients])
  await answerRequest(stranger, { id: clients, text: 'We hold nothing.' }, clock)
  await refuseRequest(one, { id, text: 'A test.' }, clock)
})

it('a site that is none of ours is named as the field at fault', async () => {
  await expect(ask({ site: 'nowhere.example' })).rejects.toMatchObject({ code: 'invalid', field: 'site' })
})

it('what is disclosed is written down first, with the reason, by staff alone', async () => {
  const given = { email, authority: 'Court of Halden', reason: 'Order 12 of 3 November 2026' }
  await expect(disclosePerson(stranger, given, clock)).rejects.toMatchObject({ code: 'forbidden' })
  expect(await disclosePerson(two, given, clock)).toContain(email)
  const [entry] = await db.auditEntry.findMany({ where: { action: 'disclosure.person' } })
  expect(entry).toMatchObject({ actorId: 'two', subject: addressHash(email) })
  expect(JSON.parse(entry!.detail)).toEqual({ authority: given.authority, reason: given.reason })
})

it('an erasure needs two, leaves nothing, and mails a receipt that is forgotten, too', async () => {
  const id = await askAndProve({ kind: 'erasure' })
  await expect(confirmErasure(two, { id, text: '' }, clock)).rejects.toMatchObject({ code: 'conflict' })
  await proposeErasure(one, id, clock)
  await expect(confirmErasure(one, { id, text: '' }, clock)).rejects.toMatchObject({ code: 'conflict' })
  await confirmErasure(two, { id, text: '' }, clock)
  expect(await stateOf(id)).toMatchObject({ state: 'erased', address: undefined })
  expect(await db.subscriber.count({ where: { email } })).toBe(0)
  expect(await measuredAs(ownSiteId, email)).toBeUndefined()
  expect(await measuredAs(ownSiteId, 'bob@example.com')).toBeDefined()
  expect(await db.subscriber.count({ where: { email: 'bob@example.com' } })).toBe(1)
  const requests = await db.privacyRequest.findMany()
  expect(JSON.stringify(requests)).not.toContain(email)
  expect(requests.find(request => request.id === id)).toMatchObject({ details: '' })
  expect((await db.outboxMessage.findMany({ where: { to: email } })).map(mail => mail.template)).toEqual([
    'request-answered',
  ])
  expect(await db.job.count({ where: { kind: 'forget-mail' } })).toBe(1)
})

it('of a child nothing but the address is asked, and no proof', async () => {
  const child = 'kid@example.com'
  const id = await ask({ kind: 'child', email: child, details: 'she is ten' })
  const [request] = (await requestQueue(one, null, clock)).open.filter(open => open.id === id)
  expect(request).toMatchObject({ kind: 'child', details: '' })
  await proposeErasure(one, id, clock)
  await confirmErasure(two, { id, text: '' }, clock)
  expect((await db.privacyRequest.findUniqueOrThrow({ where: { id } })).state).toBe('erased')
})

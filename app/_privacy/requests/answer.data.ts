import type { Viewer } from '@/_accounts/viewer'
import { allSites, ownSite } from '@/_analytics/sites.data'
import { addressHash } from '@/_audience/address'
import { queueMail } from '@/_audience/outbox.data'
import { audit } from '@/_platform/audit.data'
import { type Clock, day } from '@/_platform/clock'
import { type Db, db } from '@/_platform/db'
import { env } from '@/_platform/env'
import { AppError } from '@/_platform/errors'
import { enqueue } from '@/_platform/jobs.data'
import { isGood, issueOnce, redeem } from '@/_platform/one-time.data'
import { governingVersion } from '../binding'
import { postings } from '../postings.data'
import { forgetArchive, keepArchive, readArchive } from './archive'
import { collectHeld, eraseHeld } from './held.data'
import { isErasure } from './kinds'
import { eraseMeasured, measuredAs } from './measured'
import { type OfficeRequest, requestToAnswer } from './office.data'
import { refusePerson, refuseProviders } from './refusals.data'
import { archiveLasts, nextStep, type RequestState } from './request'
import { type StepName, takeStep } from './steps.data'

type Tx = Parameters<Parameters<Db['$transaction']>[0]>[0]
type Given = { id: string; text: string }

const archiveLink = 'request-archive'
export const forgetArchiveJob = 'forget-archive'
/** The message that told of an erasure is the last thing held of an address. */
export const forgetMailJob = 'forget-mail'

/** Puts the answer off to the second date; the person is told why. */
export async function putOff(viewer: Viewer | null, given: Given, clock: Clock): Promise<void> {
  const text = said(given.text, 'Say why it takes longer.')
  const { viewer: who, request } = await openRequest(viewer, given.id, 'request.put-off', clock)
  if (request.putOff) throw new AppError('conflict', 'It was put off once already; there is no third date.')
  await db().$transaction(async tx => {
    const data = { putOffAt: new Date(clock()) }
    await step(tx, request, who, { what: 'put-off', text, data, clock })
  })
}

/** Refuses a request, with the reason that the person is told. */
export async function refuseRequest(viewer: Viewer | null, given: Given, clock: Clock): Promise<void> {
  const text = said(given.text, 'Say why it is refused.')
  const { viewer: who, request } = await openRequest(viewer, given.id, 'request.refuse', clock)
  await db().$transaction(tx => step(tx, request, who, { what: 'refused', text, state: 'refused', clock }))
}

/**
 * Answers a request in words, and does what its kind asks: collects the archive, refuses further collection or
 * providers. What is corrected is corrected by hand before.
 * @throws AppError 'conflict' for a kind that ends in an erasure
 */
export async function answerRequest(viewer: Viewer | null, given: Given, clock: Clock): Promise<void> {
  const text = said(given.text, 'Say what was done.')
  const { viewer: who, request } = await openRequest(viewer, given.id, 'request.answer', clock)
  if (isErasure(request.kind)) throw new AppError('conflict', 'This one ends in an erasure or in a refusal.')
  const token = request.kind === 'access' ? await makeArchive(request, clock) : undefined
  const subject = await siteOf(request)
  await db().$transaction(async tx => {
    const now = clock()
    if (request.kind === 'objection') await refusePerson(tx, subject, request.email, now)
    if (request.kind === 'transfer') await refuseProviders(tx, request.email, request.refusedProviders, now)
    if (token)
      await enqueue(tx, {
        kind: forgetArchiveJob,
        key: `forget-archive:${request.id}`,
        payload: { id: request.id },
        runAt: now + archiveLasts,
        now,
      })
    await step(tx, request, who, { what: 'answered', text, state: 'answered', token, clock })
  })
}

/** The first of the two who an erasure needs. Nothing is erased yet. */
export async function proposeErasure(viewer: Viewer | null, id: string, clock: Clock): Promise<void> {
  const { viewer: who, request } = await openRequest(viewer, id, 'request.propose-erasure', clock)
  if (!isErasure(request.kind)) throw new AppError('conflict', 'This request does not ask for an erasure.')
  await db().$transaction(async tx => {
    await tx.privacyRequest.update({ where: { id }, data: { proposedBy: who.userId } })
    await takeStep(tx, { requestId: id, what: 'erasure-proposed', actorId: who.userId }, clock())
    await note(tx, who, request, 'request.propose-erasure', clock)
  })
}

/**
 * Erases what is held: events with every identity, then the rows of app.db, then the request's own words. Of the
 * operator's data a second person has to do it. May be pressed again when it broke off.
 * @throws AppError 'conflict' while nobody, or only the same person, has proposed it
 */
export async function confirmErasure(viewer: Viewer | null, given: Given, clock: Clock): Promise<void> {
  const { viewer: who, request } = await openRequest(viewer, given.id, 'request.erase', clock)
  if (!isErasure(request.kind) || !request.proposedBy)
    throw new AppError('conflict', 'Nobody has proposed this erasure.')
  if (request.siteId === null && request.proposedBy === who.userId)
    throw new AppError('conflict', 'You proposed it. Another of the staff has to confirm.')
  const site = await siteOf(request)
  await eraseMeasured(site.id, request.email)
  await forgetArchive(request.id)
  await db().$transaction(async tx => {
    const text = said(given.text || 'Everything that was held under your address is erased.', '')
    if (request.siteId === null) await eraseHeld(tx, request.email, clock())
    await step(tx, request, who, { what: 'erased', text, state: 'erased', clock })
    await tx.privacyRequest.updateMany({
      where: request.siteId === null ? { email: request.email } : { id: request.id },
      data: { email: '', details: '' },
    })
    await enqueue(tx, {
      kind: forgetMailJob,
      key: `forget-mail:${request.id}`,
      payload: { emailHash: addressHash(request.email) },
      runAt: clock() + day,
      now: clock(),
    })
  })
}

/** Whether a link from the mail would open its archive now. */
export const isGoodArchive = (token: string, clock: Clock): Promise<boolean> =>
  isGood(archiveLink, token, clock)

/**
 * The archive of an answered request, once.
 * @throws AppError 'gone' for a link that was used or has expired
 */
export async function fetchArchive(token: string, clock: Clock): Promise<{ id: string; zip: Buffer }> {
  const id = await redeem(archiveLink, token, clock)
  const zip = await readArchive(id)
  if (!zip) throw new AppError('gone', 'The archive has been erased. Ask for it again.')
  await takeStep(db(), { requestId: id, what: 'fetched' }, clock())
  return { id, zip }
}

async function openRequest(viewer: Viewer | null, id: string, action: string, clock: Clock) {
  const found = await requestToAnswer(viewer, id, action, clock)
  if (found.request.state !== 'proven') throw new AppError('conflict', 'This request is closed.')
  return found
}

function said(text: string, missing: string): string {
  const trimmed = text.trim()
  if (!trimmed) throw new AppError('invalid', missing, 'text')
  if (trimmed.length > 4000) throw new AppError('invalid', 'At most 4,000 characters.', 'text')
  return trimmed
}

/** The site whose events a request is about: the one it names, or the operator's own. */
async function siteOf({ siteId }: OfficeRequest) {
  const id = siteId ?? (await ownSite()).id
  return (await allSites()).find(site => site.id === id)!
}

/** Collects what is held under every identity, and who it is governed by (promises R1 and V3). */
async function makeArchive(request: OfficeRequest, clock: Clock): Promise<string> {
  const policies = (await postings()).filter(({ document }) => document === 'privacy')
  const tables = request.siteId === null ? await collectHeld(request.email) : []
  const measured = await measuredAs((await siteOf(request)).id, request.email)
  const governedBy = (collectedAt: number) =>
    governingVersion(policies, collectedAt, clock())?.version ?? 'this deployment, which has posted none'
  const parts = [
    ...tables.map(({ name, rows }) => ({
      name,
      governedBy: governedBy(earliest(rows, clock())),
      data: rows,
    })),
    ...(measured ? [{ name: 'visits and events', governedBy: governedBy(clock()), data: measured }] : []),
  ]
  await keepArchive(request.id, parts)
  return issueOnce({ scope: archiveLink, subject: request.id, lasts: archiveLasts }, clock)
}

const earliest = (rows: object[], now: number): number =>
  Math.min(
    now,
    ...rows
      .flatMap(row => Object.values(row))
      .flatMap(value => (value instanceof Date ? [value.getTime()] : [])),
  )

async function note(tx: Tx, who: Viewer, request: OfficeRequest, action: string, clock: Clock) {
  const site = request.siteId && (await tx.site.findUnique({ where: { id: request.siteId } }))
  const accountId = site ? site.accountId : null
  await audit(tx, {
    actorId: who.userId,
    accountId,
    action,
    subject: request.id,
    detail: { kind: request.kind },
    at: clock(),
  })
}

/** Writes a step of the office down, tells the person, and closes the request where it ends. */
async function step(
  tx: Tx,
  request: OfficeRequest,
  who: Viewer,
  given: {
    what: StepName & ('put-off' | 'refused' | 'answered' | 'erased')
    text: string
    state?: RequestState
    data?: { putOffAt: Date }
    token?: string
    clock: Clock
  },
): Promise<void> {
  const { what, text, state, data, token, clock } = given
  const now = clock()
  const { count } = await tx.privacyRequest.updateMany({
    where: { id: request.id, state: 'proven' },
    data: { ...data, ...(state && { state, closedAt: new Date(now) }) },
  })
  if (count !== 1) throw new AppError('conflict', 'Somebody else has closed this request.')
  await takeStep(tx, { requestId: request.id, what, actorId: who.userId, text }, now)
  await note(tx, who, request, `request.${what}`, clock)
  const props = {
    number: request.id,
    what,
    text,
    next: nextStep({ ...request, state: state ?? request.state }),
    ...(token && {
      link: `${env.SITE_URL}/privacy-request/archive?token=${token}`,
      days: archiveLasts / day,
    }),
  }
  const key = `request-${what}:${request.id}`
  await queueMail(tx, { template: 'request-answered', to: request.email, props, key }, now)
}

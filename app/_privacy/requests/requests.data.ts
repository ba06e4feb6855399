import { randomInt } from 'node:crypto'
import { addressHash, maskedAddress, normalAddress } from '@/_audience/address'
import { queueMail } from '@/_audience/outbox.data'
import { type Clock, day, hour, minute } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { env } from '@/_platform/env'
import { AppError } from '@/_platform/errors'
import { addressBlock } from '@/_platform/http/address-block'
import { type Limit, take, takeOrRefuse } from '@/_platform/limits.data'
import { isGood, issueOnce, redeem } from '@/_platform/one-time.data'
import { sign, verify } from '@/_platform/secret'
import { afterBusinessDays, answeredWithin } from './business-days'
import type { RequestKind } from './kinds'
import {
  type ComplaintStage,
  nextStage,
  nextStep,
  proofLasts,
  type RequestForm,
  type RequestState,
} from './request'
import { stepsOf, takeStep } from './steps.data'

const byNetwork: Limit = { name: 'privacy request network', burst: 10, every: 5 * minute }
const byAddress: Limit = { name: 'privacy request address', burst: 4, every: hour }
const byReader: Limit = { name: 'privacy request state', burst: 20, every: minute }

const proof = 'request-proof'
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('')

/** A tracking number that can be read out on the telephone. It opens nothing by itself. */
const newNumber = () => `PR-${group()}-${group()}`

/**
 * Takes a request and mails a link that proves the address, whether or not anything is held under it. A request
 * about a child needs no proof (promise H1). An address that asks too often gets no further message.
 * @param address the caller's IP address
 * @returns the tracking number
 * @throws AppError 'too_many' for a network that asks too much; 'invalid' for a site that is none of ours
 */
export async function askPrivacyOffice(form: RequestForm, address: string, clock: Clock): Promise<string> {
  const now = clock()
  const email = normalAddress(form.email)
  const emailHash = addressHash(email)
  await takeOrRefuse(byNetwork, addressBlock(address), clock)
  const siteId = form.site ? await siteAt(form.site) : null
  const id = newNumber()
  if ((await take(byAddress, emailHash, clock)) > 0) return id
  const isChild = form.kind === 'child'
  const token = isChild ? '' : await issueOnce({ scope: proof, subject: id, lasts: proofLasts }, clock)
  await db().$transaction(async tx => {
    const refusedProviders = JSON.stringify(form.kind === 'transfer' ? form.providers : [])
    await tx.privacyRequest.create({
      data: {
        ...{ id, siteId, email, emailHash, refusedProviders, kind: form.kind },
        details: isChild ? '' : form.details,
        askedAt: new Date(now),
        ...(isChild ? provenSince(now) : { state: 'asked' }),
      },
    })
    await takeStep(tx, { requestId: id, what: 'asked' }, now)
    const dates = { number: id, due: afterBusinessDays(now, answeredWithin.usual) }
    if (isChild)
      await queueMail(
        tx,
        {
          template: 'request-received',
          to: email,
          props: { ...dates, kind: form.kind },
          key: `request-received:${id}`,
        },
        now,
      )
    else {
      const link = `${env.SITE_URL}/privacy-request/proof?token=${token}`
      const props = { link, number: id, kind: form.kind, days: proofLasts / day }
      await queueMail(tx, { template: 'request-proof', to: email, props, key: `request-proof:${id}` }, now)
    }
  })
  return id
}

const provenSince = (now: number) => ({
  state: 'proven',
  provenAt: new Date(now),
  dueAt: new Date(afterBusinessDays(now, answeredWithin.usual)),
  lastDueAt: new Date(afterBusinessDays(now, answeredWithin.most)),
})

/** The site whose pages are at an address or host that somebody typed. */
async function siteAt(typed: string): Promise<string> {
  const text = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`
  const host = URL.canParse(text) ? bareHost(new URL(text).hostname) : ''
  const sites = await db().site.findMany({ select: { id: true, url: true } })
  const found = sites.find(({ url }) => host && bareHost(new URL(url).hostname) === host)
  if (!found)
    throw new AppError(
      'invalid',
      'No site at this address is counted here. Leave it empty for what we ourselves hold.',
      'site',
    )
  return found.id
}

const bareHost = (host: string) => host.toLowerCase().replace(/^www\./, '')

/** Whether a link from the mail would prove its request now. Changes nothing: link scanners open links. */
export const isGoodProof = (token: string, clock: Clock): Promise<boolean> => isGood(proof, token, clock)

/**
 * Starts the time of a request whose address has been proven.
 * @returns its number
 * @throws AppError 'gone' for a link that was used or has expired
 */
export async function proveRequest(token: string, clock: Clock): Promise<string> {
  const id = await redeem(proof, token, clock)
  const now = clock()
  await db().$transaction(async tx => {
    const { email, kind } = await tx.privacyRequest.update({ where: { id }, data: provenSince(now) })
    await takeStep(tx, { requestId: id, what: 'proven' }, now)
    const props = { number: id, kind: kind as RequestKind, due: afterBusinessDays(now, answeredWithin.usual) }
    await queueMail(
      tx,
      { template: 'request-received', to: email, props, key: `request-received:${id}` },
      now,
    )
  })
  return id
}

const state = 'request-state'

/**
 * A link to a request's state, for an hour, for whoever knows its number and its address.
 * @param address the caller's IP address
 * @throws AppError 'not_found' for a wrong number exactly as for a wrong address; 'too_many' for who guesses
 */
export async function openRequestState(
  given: { number: string; email: string },
  address: string,
  clock: Clock,
): Promise<string> {
  await takeOrRefuse(byReader, addressBlock(address), clock)
  const id = given.number.trim().toUpperCase()
  const row = await db().privacyRequest.findUnique({ where: { id } })
  if (!row || row.emailHash !== addressHash(given.email))
    throw new AppError('not_found', 'There is no request of this number from this address.', 'number')
  return sign(state, id, clock() + hour)
}

/** Everything the person who asked may know of the request. Times in Unix ms. */
export async function readRequest(token: string, clock: Clock) {
  const row = await db().privacyRequest.findUnique({ where: { id: verify(state, token, clock()) } })
  if (!row) throw new AppError('gone', 'This request is no longer kept.')
  const request = {
    kind: row.kind as RequestKind,
    state: row.state as RequestState,
    stage: row.stage as ComplaintStage,
  }
  const due = row.putOffAt ? row.lastDueAt : row.dueAt
  return {
    ...request,
    number: row.id,
    address: row.email ? maskedAddress(row.email) : undefined,
    dueAt: due?.getTime(),
    closed: row.closedAt !== null,
    next: nextStep(request),
    canGoTo: nextStage(request),
    steps: (await stepsOf(row.id)).filter(({ what }) => what !== 'erasure-proposed'),
  }
}

/**
 * Takes a complaint that was answered to its next stage; no stage can be skipped (promise R3).
 * @throws AppError 'invalid' or 'gone' for a link that is none or has expired; 'conflict' when there is no next stage yet
 */
export async function escalate(token: string, clock: Clock): Promise<void> {
  const id = verify(state, token, clock())
  const view = await readRequest(token, clock)
  const stage = view.canGoTo
  if (stage === undefined || stage === 'office') throw new AppError('conflict', view.next)
  const now = clock()
  await db().$transaction(async tx => {
    const { count } = await tx.privacyRequest.updateMany({
      where: { id, stage: view.stage, state: view.state },
      data: { stage },
    })
    if (count !== 1) throw new AppError('conflict', 'This was done already.')
    await takeStep(tx, { requestId: id, what: `to-${stage}` }, now)
    const { email } = await tx.privacyRequest.findUniqueOrThrow({ where: { id } })
    const key = `complaint:${id}:${stage}`
    await queueMail(tx, { template: 'complaint-stage', to: email, props: { number: id, stage }, key }, now)
  })
}

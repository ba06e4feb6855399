import { type Clock, day, hour, minute } from '@/_platform/clock'
import { type Db, db } from '@/_platform/db'
import { env } from '@/_platform/env'
import { AppError } from '@/_platform/errors'
import { addressBlock } from '@/_platform/http/address-block'
import { newId } from '@/_platform/ids'
import { enqueue } from '@/_platform/jobs.data'
import { type Limit, take, takeOrRefuse } from '@/_platform/limits.data'
import { sign, verify } from '@/_platform/secret'
import { addressHash, maskedAddress, normalAddress } from './address'
import { recordConsent } from './consents.data'
import { queueMail } from './outbox.data'
import { everything, lift } from './suppressions.data'
import { isTopic, type Topic, topicNames, topicScope, topics, topicsOf } from './topics'

/** An address that was asked and did not answer is forgotten after this. */
export const unconfirmedLasts = 7 * day

const byNetwork: Limit = { name: 'subscribe network', burst: 10, every: 5 * minute }
const byAddress: Limit = { name: 'subscribe address', burst: 3, every: hour }

export type Asking = {
  email: string
  topics: Topic[]
  /** The words that stood beside the button. */
  wording: string
  /** The caller's IP address; kept only as its network. */
  address: string
}

/**
 * Sends a fresh link to confirm, whether or not the address is known, and says nothing about which. An address
 * that was asked too often gets no further message; its caller can't tell.
 * @throws AppError 'too_many' for a network that asks too much
 */
export async function askToSubscribe(asking: Asking, clock: Clock): Promise<void> {
  const now = clock()
  const email = normalAddress(asking.email)
  const emailHash = addressHash(email)
  const wanted = topicNames.filter(name => asking.topics.includes(name))
  if (wanted.length === 0) throw new AppError('invalid', 'Choose at least one topic.', 'topic')
  await takeOrRefuse(byNetwork, addressBlock(asking.address), clock)
  if ((await take(byAddress, emailHash, clock)) > 0) return
  const link = `${env.SITE_URL}/email/confirm?token=${confirmationToken(emailHash, wanted, now)}`
  await db().$transaction(async tx => {
    const { id } = await tx.subscriber.upsert({
      where: { emailHash },
      create: { id: newId('subscriber'), email, emailHash, createdAt: new Date(now) },
      update: {},
    })
    for (const topic of wanted) {
      await askAgain(tx, id, topic, now)
      await recordConsent(tx, { subscriberId: id, kind: 'asked', subject: topic, ...asking }, now)
    }
    const props = { link, topics: wanted.map(name => topics[name].name), days: unconfirmedLasts / day }
    const key = `confirm:${newId('ask')}`
    await queueMail(tx, { template: 'confirm-subscription', to: email, props, key }, now)
    await planForgetting(tx, now)
  })
}

/** Makes a subscription wait for its confirmation; one that is confirmed stays so. */
async function askAgain(tx: Pick<Db, 'subscription'>, subscriberId: string, topic: Topic, now: number) {
  const asked = { state: 'pending', askedAt: new Date(now) }
  const { count } = await tx.subscription.updateMany({
    where: { subscriberId, topic, state: { not: 'confirmed' } },
    data: asked,
  })
  if (count === 0)
    await tx.subscription.upsert({
      where: { subscriberId_topic: { subscriberId, topic } },
      create: { subscriberId, topic, ...asked },
      update: {},
    })
}

/** One job a day forgets what went unconfirmed the day before. */
async function planForgetting(tx: Pick<Db, 'job'>, now: number): Promise<void> {
  const runAt = Math.ceil((now + unconfirmedLasts) / day) * day
  await enqueue(tx, { kind: 'forget-unconfirmed', key: `forget-unconfirmed:${runAt / day}`, runAt, now })
}

const confirmationToken = (emailHash: string, wanted: Topic[], now: number): string =>
  sign('confirm', JSON.stringify([emailHash, wanted, newId('ask')]), now + unconfirmedLasts)

function readConfirmationToken(token: string, now: number) {
  const [emailHash, wanted] = JSON.parse(verify('confirm', token, now)) as [string, string[], string]
  return { emailHash, wanted: wanted.filter(isTopic) }
}

async function subscriberOf(token: string, now: number) {
  const { emailHash, wanted } = readConfirmationToken(token, now)
  const subscriber = await db().subscriber.findUnique({
    where: { emailHash },
    include: { subscriptions: true },
  })
  const open = subscriber?.subscriptions.filter(one => wanted.some(name => name === one.topic)) ?? []
  if (!subscriber || !open.some(one => one.state !== 'left'))
    throw new AppError('gone', 'This request was taken back or forgotten. Ask again.')
  return { subscriber, wanted, pending: open.filter(one => one.state === 'pending') }
}

/** What a confirmation link is about. Changes nothing: link scanners open links. @param now Unix ms */
export async function readConfirmation(token: string, now: number) {
  const { subscriber, wanted, pending } = await subscriberOf(token, now)
  return { address: maskedAddress(subscriber.email), topics: wanted, done: pending.length === 0 }
}

/**
 * Confirms the topics of a link, with proof, and welcomes to each that is new. Pressing twice changes nothing.
 * @throws AppError 'invalid', or 'gone' when the link expired, the request was forgotten, or the topic was left since
 */
export async function confirmSubscription(
  token: string,
  proof: { wording: string; address: string },
  clock: Clock,
): Promise<void> {
  const now = clock()
  const { subscriber, pending } = await subscriberOf(token, now)
  await db().$transaction(async tx => {
    for (const { topic } of pending)
      if (isTopic(topic)) await turnOn(tx, subscriber, topic, { kind: 'confirmed', ...proof }, now)
  })
}

/** Starts a topic for an address whose owner has just proved to be there, and says so by mail. */
export async function turnOn(
  tx: Pick<Db, 'subscription' | 'consentRecord' | 'suppression' | 'outboxMessage'>,
  subscriber: { id: string; email: string; emailHash: string },
  topic: Topic,
  proof: { kind: 'confirmed' | 'changed'; wording: string; address: string },
  now: number,
): Promise<void> {
  const where = { subscriberId_topic: { subscriberId: subscriber.id, topic } }
  const confirmed = { state: 'confirmed', confirmedAt: new Date(now), leftAt: null }
  await tx.subscription.upsert({
    where,
    create: { ...where.subscriberId_topic, ...confirmed, askedAt: new Date(now) },
    update: confirmed,
  })
  await recordConsent(tx, { subscriberId: subscriber.id, subject: topic, ...proof }, now)
  await lift(tx, subscriber.emailHash, [topicScope(topic), everything])
  const key = `subscribed:${subscriber.id}:${topic}:${now}`
  await queueMail(tx, { template: 'subscribed', to: subscriber.email, props: { topic }, key }, now)
}

/** Whether mail of this scope is wanted now: each of its topics by a confirmed subscription that is not paused. */
export async function wants(toHash: string, scope: string, now: number): Promise<boolean> {
  if (!/^(topic|digest):/.test(scope)) return true
  const wanted = topicsOf(scope)
  const subscriber = await db().subscriber.findUnique({
    where: { emailHash: toHash },
    select: { pausedUntil: true, subscriptions: { select: { topic: true, state: true } } },
  })
  if (!subscriber || wanted.length === 0 || (subscriber.pausedUntil?.getTime() ?? 0) > now) return false
  const confirmed = subscriber.subscriptions.filter(({ state }) => state === 'confirmed')
  return wanted.every(name => confirmed.some(({ topic }) => topic === name))
}

/** Forgets requests that nobody confirmed within 7 days, and addresses that have nothing else. @param now Unix ms */
export async function forgetUnconfirmed(now: number): Promise<void> {
  const before = new Date(now - unconfirmedLasts)
  await db().$transaction([
    db().subscription.deleteMany({ where: { state: 'pending', askedAt: { lte: before } } }),
    db().subscriber.deleteMany({ where: { subscriptions: { none: {} }, createdAt: { lte: before } } }),
  ])
}

/** Everybody who confirmed a topic, by id; whether each still wants mail is asked again when it is sent. */
export async function* confirmedFor(
  topic: Topic,
  batch: number,
): AsyncGenerator<{ id: string; email: string }> {
  for (let after = ''; ; ) {
    const found = await db().subscriber.findMany({
      where: { id: { gt: after }, subscriptions: { some: { topic, state: 'confirmed' } } },
      select: { id: true, email: true },
      orderBy: { id: 'asc' },
      take: batch,
    })
    yield* found
    if (found.length < batch) return
    after = found.at(-1)!.id
  }
}

import type { Viewer } from '@/_accounts/viewer'
import { type Clock, day, hour, minute } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { env } from '@/_platform/env'
import { AppError } from '@/_platform/errors'
import { addressBlock } from '@/_platform/http/address-block'
import { newId } from '@/_platform/ids'
import { type Limit, take, takeOrRefuse } from '@/_platform/limits.data'
import { addressHash, maskedAddress } from './address'
import { recordConsent } from './consents.data'
import { queueMail } from './outbox.data'
import type { Change, Frequency } from './preference-change'
import { preferencesLast, preferencesToken, readPreferencesToken } from './preferences-token'
import { readSettingsToken } from './settings-token'
import { turnOn } from './subscribers.data'
import { everything, lift, suppress } from './suppressions.data'
import { scopeInWords, topicNames } from './topics'
import { unsubscribeToken } from './unsubscribe-token'
import { wordings } from './wordings'

const byNetwork: Limit = { name: 'preferences network', burst: 10, every: 5 * minute }
const byAddress: Limit = { name: 'preferences address', burst: 3, every: hour }

/**
 * Mails a link to the settings, for an hour, to an address that is known here; does nothing for any other, and
 * says nothing about which.
 * @throws AppError 'too_many' for a network that asks too much
 */
export async function askForPreferences(email: string, address: string, clock: Clock): Promise<void> {
  const now = clock()
  const emailHash = addressHash(email)
  await takeOrRefuse(byNetwork, addressBlock(address), clock)
  if ((await take(byAddress, emailHash, clock)) > 0) return
  const subscriber = await db().subscriber.findUnique({ where: { emailHash } })
  if (subscriber) await sendLink(subscriber, now)
}

async function sendLink({ email, emailHash }: { email: string; emailHash: string }, now: number) {
  const link = `${env.SITE_URL}/email/preferences?token=${preferencesToken(emailHash, now)}`
  const props = { link, minutes: preferencesLast / minute }
  const key = `preferences:${newId('ask')}`
  await queueMail(db(), { template: 'preferences-link', to: email, props, key }, now)
}

/** What the way from a mail to its settings shows: nothing that whoever a mail was passed on to should not see. */
export async function readMailSettings(token: string, now: number) {
  const { toHash, scope } = readSettingsToken(token, now)
  const subscriber = await db().subscriber.findUnique({ where: { emailHash: toHash } })
  return {
    address: subscriber ? maskedAddress(subscriber.email) : undefined,
    what: scopeInWords(scope),
    unsubscribe: unsubscribeToken(toHash, scope),
    stopAll: unsubscribeToken(toHash, everything),
  }
}

/** Mails the link to all settings to the address that a mail went to. @throws AppError 'invalid' or 'gone', 'too_many' */
export async function sendPreferencesLink(token: string, address: string, clock: Clock): Promise<void> {
  const now = clock()
  const { toHash } = readSettingsToken(token, now)
  await takeOrRefuse(byNetwork, addressBlock(address), clock)
  if ((await take(byAddress, toHash, clock)) > 0) return
  const subscriber = await db().subscriber.findUnique({ where: { emailHash: toHash } })
  if (subscriber) await sendLink(subscriber, now)
}

/**
 * The settings of whoever is signed in, when they have proved to own the address and get mail as a reader.
 * @param now Unix ms
 */
export async function preferencesOf(viewer: Viewer | null, now: number): Promise<string | undefined> {
  if (!viewer) return undefined
  const user = await db().user.findUnique({
    where: { id: viewer.userId },
    select: { email: true, emailVerified: true },
  })
  if (!user?.emailVerified) return undefined
  const emailHash = addressHash(user.email)
  const known = await db().subscriber.findUnique({ where: { emailHash }, select: { id: true } })
  return known ? preferencesToken(emailHash, now) : undefined
}

async function subscriberOf(token: string, now: number) {
  const emailHash = readPreferencesToken(token, now)
  const subscriber = await db().subscriber.findUnique({
    where: { emailHash },
    include: { subscriptions: true, consents: { orderBy: { at: 'desc' } } },
  })
  if (!subscriber) throw new AppError('gone', 'We hold nothing about this address any more.')
  return subscriber
}

/** What is in force for the link's address. Changes nothing. @param now Unix ms */
export async function readPreferences(token: string, now: number) {
  const { subscriptions, consents, ...subscriber } = await subscriberOf(token, now)
  const refused = await db().suppression.findUnique({
    where: { toHash_scope: { toHash: subscriber.emailHash, scope: everything } },
  })
  const paused = subscriber.pausedUntil?.getTime() ?? 0
  return {
    address: maskedAddress(subscriber.email),
    topics: topicNames.map(name => ({
      name,
      state: subscriptions.find(one => one.topic === name)?.state ?? 'never',
    })),
    frequency: subscriber.frequency as Frequency,
    measured: subscriber.measured,
    zone: subscriber.zone ?? '',
    /** Unix ms; undefined when mail is not paused. */
    pausedUntil: paused > now ? paused : undefined,
    stopped: refused && { reason: refused.reason, at: refused.at.getTime() },
    history: consents.map(({ id, at, kind, subject, wording }) => ({
      id,
      at: at.getTime(),
      kind,
      subject,
      wording,
    })),
  }
}

/**
 * Does one change of the settings page, with a record of it. Erasure keeps only the hashed address, so that no
 * mail comes again.
 * @param address the IP address it came from; kept as its network
 * @throws AppError 'invalid' or 'gone' for a link that is none or has expired
 */
export async function changePreferences(
  token: string,
  change: Change,
  address: string,
  clock: Clock,
): Promise<void> {
  const now = clock()
  const { id, email, emailHash, subscriptions } = await subscriberOf(token, now)
  if (change.act === 'erase') return erase(emailHash, email, now)
  const on = subscriptions.filter(one => one.state === 'confirmed').map(one => one.topic)
  await db().$transaction(async tx => {
    const note = (kind: 'changed' | 'left', subject: string, wording: string) =>
      recordConsent(tx, { subscriberId: id, kind, subject, wording, address }, now)
    const leave = async (topics: string[]) => {
      const given = { subscriberId: id, topic: { in: topics } }
      const left = { state: 'left', leftAt: new Date(now) }
      await tx.subscription.updateMany({ where: { ...given, state: { not: 'left' } }, data: left })
      for (const topic of topics.filter(one => on.includes(one))) await note('left', topic, wordings.settings)
    }
    const set = async (data: {
      pausedUntil?: Date | null
      frequency?: string
      measured?: boolean
      zone?: string | null
    }) => {
      await tx.subscriber.update({ where: { id }, data })
    }
    switch (change.act) {
      case 'save': {
        const { frequency, measured, zone } = change
        await set({ frequency, measured, ...(zone !== undefined && { zone: zone || null }) })
        await note(
          'changed',
          'settings',
          `${frequency}, opens and clicks ${measured ? 'counted' : 'not counted'}`,
        )
        const added = change.topics.filter(name => !on.includes(name))
        const proof = { kind: 'confirmed', wording: wordings.settings, address } as const
        for (const name of added) await turnOn(tx, { id, email, emailHash }, name, proof, now)
        return leave(on.filter(name => !change.topics.some(kept => kept === name)))
      }
      case 'pause':
        await set({ pausedUntil: new Date(now + change.days * day) })
        return note('changed', 'pause', `${change.days} days`)
      case 'resume':
        await set({ pausedUntil: null })
        return note('changed', 'pause', 'ended')
      case 'restart':
        await lift(tx, emailHash, [everything])
        return note('changed', 'all mail', 'started again')
      case 'stop':
        await leave([...topicNames])
        await suppress(emailHash, everything, 'unsubscribed', now, tx)
        return note('changed', 'all mail', 'stopped')
    }
  })
}

async function erase(emailHash: string, email: string, now: number): Promise<void> {
  await db().$transaction(async tx => {
    const mine = { toHash: emailHash, scope: { not: 'account' } }
    const mails = await tx.outboxMessage.findMany({ where: mine, select: { id: true } })
    await tx.mailboxMessage.deleteMany({ where: { to: email, id: { in: mails.map(one => one.id) } } })
    await tx.outboxMessage.deleteMany({ where: mine })
    await tx.softBounce.deleteMany({ where: { toHash: emailHash } })
    await tx.subscriber.deleteMany({ where: { emailHash } })
    await suppress(emailHash, everything, 'erased', now, tx)
  })
}

/** Everything that is held about the link's address as a reader of our mail. @param now Unix ms */
export async function exportPreferences(token: string, now: number) {
  const { subscriptions, consents, emailHash, ...subscriber } = await subscriberOf(token, now)
  const [refusals, mails, moves, missed] = await Promise.all([
    db().suppression.findMany({ where: { toHash: emailHash }, omit: { toHash: true } }),
    db().outboxMessage.findMany({
      where: { toHash: emailHash },
      select: {
        template: true,
        scope: true,
        state: true,
        createdAt: true,
        sentAt: true,
        touches: { omit: { messageId: true } },
      },
    }),
    db().addressChange.findMany({ where: { subscriberId: subscriber.id } }),
    db().digestItem.findMany({
      where: { subscriberId: subscriber.id },
      select: { broadcast: { select: { subject: true, topic: true } } },
    }),
  ])
  return { subscriber, subscriptions, consents, refusals, mails, moves, missed }
}

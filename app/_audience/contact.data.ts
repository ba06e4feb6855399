import { type Clock, day, hour, minute } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { env } from '@/_platform/env'
import { AppError } from '@/_platform/errors'
import { addressBlock } from '@/_platform/http/address-block'
import { networkOf } from '@/_platform/http/network'
import { newId } from '@/_platform/ids'
import { enqueue } from '@/_platform/jobs.data'
import { type Limit, take, takeOrRefuse } from '@/_platform/limits.data'
import { sign, verify } from '@/_platform/secret'
import { brand } from '@/brand'
import { normalAddress } from './address'
import { type ContactMessage, type Desk, desks, spamReason } from './contact'
import { queueMail } from './outbox.data'

const byNetwork: Limit = { name: 'contact network', burst: 5, every: 10 * minute }
const byAddress: Limit = { name: 'contact address', burst: 3, every: hour }

/** How long a form may stay open. */
const formLasts = day
/** How long a message is kept. */
export const messagesLast = 365 * day

/** The background job that forgets messages of more than a year. */
export const forgetMessages = 'forget-contact-messages'

/** Proof of when a form was opened, for its hidden field. */
export const openForm = (clock: Clock): string => sign('contact', String(clock()), clock() + formLasts)

/**
 * Keeps a message and, unless it is spam, mails it to its desk, in one transaction. The sender of spam is told what
 * everybody is told.
 * @param sent.opened what openForm gave
 * @param sent.trap what stood in the field that people do not see
 * @param sent.address the caller's IP address; kept as its network
 * @throws AppError 'too_many', or 'gone' for a form that was open for more than a day
 */
export async function receiveMessage(
  given: ContactMessage,
  sent: { opened: string; trap: string; address: string },
  clock: Clock,
): Promise<void> {
  const now = clock()
  const email = normalAddress(given.email)
  const took = now - openedAt(sent.opened, now)
  await takeOrRefuse(byNetwork, addressBlock(sent.address), clock)
  const often = (await take(byAddress, email, clock)) > 0
  const reason = often ? 'many messages from one address' : spamReason(given, { trap: sent.trap, took })
  const id = newId('message')
  await db().$transaction(async tx => {
    const state = reason ? 'spam' : 'new'
    const row = { ...given, email, state, reason: reason ?? '', network: networkOf(sent.address) }
    await tx.contactMessage.create({ data: { id, at: new Date(now), ...row } })
    const runAt = Math.ceil((now + messagesLast) / day) * day
    await enqueue(tx, { kind: forgetMessages, key: `${forgetMessages}:${runAt / day}`, runAt, now })
    if (reason) return
    const props = { ...given, email, about: desks[given.desk], list: `${env.SITE_URL}/staff/contact` }
    const to = brand.mail[given.desk]
    await queueMail(tx, { template: 'contact-message', to, props, key: `contact:${id}` }, now)
  })
}

function openedAt(opened: string, now: number): number {
  try {
    return Number(verify('contact', opened, now))
  } catch {
    throw new AppError(
      'gone',
      'This form was open for a long time. It is fresh again: press the button once more.',
    )
  }
}

type Reader = { staff: boolean } | null

function assertStaff(reader: Reader): void {
  if (!reader?.staff) throw new AppError('forbidden', 'Only staff may do this.')
}

/** The newest 200 messages, or the newest 200 taken for spam; `at` in Unix ms. @throws AppError 'forbidden' */
export async function contactMessages(reader: Reader, which: 'messages' | 'spam') {
  assertStaff(reader)
  const rows = await db().contactMessage.findMany({
    where: which === 'spam' ? { state: 'spam' } : { state: { not: 'spam' } },
    orderBy: { at: 'desc' },
    take: 200,
  })
  return rows.map(({ at, desk, ...row }) => ({ ...row, desk: desk as Desk, at: at.getTime() }))
}

/** Marks a message as answered, as open again, or as no spam. @throws AppError 'forbidden' or 'not_found' */
export async function markMessage(reader: Reader, id: string, state: 'new' | 'done'): Promise<void> {
  assertStaff(reader)
  const { count } = await db().contactMessage.updateMany({ where: { id }, data: { state, reason: '' } })
  if (count === 0) throw new AppError('not_found', 'There is no such message.')
}

/** Forgets messages that are older than a year. @param now Unix ms */
export async function forgetOldMessages(now: number): Promise<void> {
  await db().contactMessage.deleteMany({ where: { at: { lte: new Date(now - messagesLast) } } })
}

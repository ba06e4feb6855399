import type { Clock } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { AppError } from '@/_platform/errors'
import type { Attachment, Transport } from './transport'

/** Who may read the local mailbox: staff. */
type Reader = { staff: boolean } | null

export type MailboxMessage = {
  id: string
  /** Unix ms. */
  at: number
  from: string
  to: string
  subject: string
  html: string
  text: string
  headers: Record<string, string>
}

/** Delivers into app.db, where staff can read it at /staff/mail: the default, without a provider's key. */
export const mailboxTransport =
  (clock: Clock): Transport =>
  async ({ id, headers, attachments, ...message }) => {
    const row = { ...message, headers: JSON.stringify(headers), at: new Date(clock()) }
    await db().mailboxMessage.upsert({ where: { id }, create: { id, ...row }, update: {} })
    for (const { name, ...file } of attachments)
      await db().mailboxAttachment.upsert({
        where: { messageId_name: { messageId: id, name } },
        create: { messageId: id, name, ...file },
        update: {},
      })
    return { providerId: `mailbox:${id}` }
  }

/** The newest 200 messages. @throws AppError 'forbidden' to anyone but staff */
export async function mailbox(reader: Reader): Promise<MailboxMessage[]> {
  assertStaff(reader)
  const rows = await db().mailboxMessage.findMany({ orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 200 })
  return rows.map(row => ({ ...row, at: row.at.getTime(), headers: JSON.parse(row.headers) }))
}

/** @throws AppError 'forbidden' to anyone but staff, 'not_found' when there is no such message */
export async function mailboxMessage(reader: Reader, id: string): Promise<MailboxMessage> {
  assertStaff(reader)
  const row = await db().mailboxMessage.findUnique({ where: { id } })
  if (!row) throw new AppError('not_found', 'There is no such message.')
  return { ...row, at: row.at.getTime(), headers: JSON.parse(row.headers) }
}

/** The files that came with a message. @throws AppError 'forbidden' to anyone but staff */
export async function mailboxAttachments(reader: Reader, id: string): Promise<Attachment[]> {
  assertStaff(reader)
  return db().mailboxAttachment.findMany({ where: { messageId: id }, omit: { messageId: true } })
}

function assertStaff(reader: Reader): void {
  if (!reader?.staff) throw new AppError('forbidden', 'Only staff can read the local mailbox.')
}

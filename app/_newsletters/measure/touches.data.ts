import { db } from '@/_platform/db'

export type Touched = { email: string; measured: boolean; broadcast: string }

/** Whose message it was, and whether they let us count; undefined when nothing is known of it any more. */
export async function touchedBy(messageId: string): Promise<Touched | undefined> {
  const message = await db().outboxMessage.findUnique({
    where: { id: messageId },
    select: { toHash: true, props: true },
  })
  if (!message) return undefined
  const [reader, broadcast] = await Promise.all([
    db().subscriber.findUnique({
      where: { emailHash: message.toHash },
      select: { email: true, measured: true },
    }),
    db().broadcast.findUnique({
      where: { id: (JSON.parse(message.props) as { broadcast?: string }).broadcast ?? '' },
      select: { slug: true },
    }),
  ])
  return reader && broadcast ? { ...reader, broadcast: broadcast.slug } : undefined
}

/** Keeps that a message was opened, or a link in it pressed, which it can't be without having been opened. @param now Unix ms */
export async function keepTouch(messageId: string, url: string | undefined, now: number): Promise<void> {
  const at = new Date(now)
  const keep = (kind: string, of: string) =>
    db().mailTouch.upsert({
      where: { messageId_kind_url: { messageId, kind, url: of } },
      create: { messageId, kind, url: of, count: 1, firstAt: at, lastAt: at },
      update: { count: { increment: 1 }, lastAt: at },
    })
  await db().$transaction([keep('opened', ''), ...(url === undefined ? [] : [keep('clicked', url)])])
}

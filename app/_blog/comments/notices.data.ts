import { queueMail, type Writer } from '@/_audience/outbox.data'
import { type Clock, day, minute } from '@/_platform/clock'
import { type Db, db } from '@/_platform/db'
import { env } from '@/_platform/env'
import { type Limit, take } from '@/_platform/limits.data'
import { sign } from '@/_platform/secret'
import { findPost } from '../posts'
import { commentWords } from './markdown'
import { reasons as inWords, type Reason } from './verdict'

type Noticed = {
  id: string
  post: string
  parentId: string | null
  name: string
  text: string
  emailHash: string
  reasons: string
}

export const commentUrl = ({ post, id }: { post: string; id: string }): string =>
  `${env.SITE_URL}/blog/${post}#${id}`

/** @param now Unix ms */
export function titleOf(slug: string, now: number): string {
  const found = findPost(slug, () => now, true)
  return found && 'post' in found ? found.post.title : slug
}

/**
 * Tells those who asked for it that a conversation of theirs goes on: whoever wrote the comment that is answered and
 * whoever answered it, once each, never the writer. Call it in the transaction that approves. Muting is the
 * unsubscription from `thread:ID`.
 */
export async function afterApproval(
  tx: Writer & Pick<Db, 'comment'>,
  reply: Noticed,
  now: number,
): Promise<void> {
  if (!reply.parentId) return
  const others = await tx.comment.findMany({
    where: {
      OR: [{ id: reply.parentId }, { parentId: reply.parentId }],
      notify: true,
      state: 'approved',
      emailHash: { not: reply.emailHash },
    },
    select: { email: true, emailHash: true },
    distinct: ['emailHash'],
  })
  for (const { email, emailHash } of others) {
    const props = {
      thread: reply.parentId,
      post: titleOf(reply.post, now),
      name: reply.name,
      words: shortened(commentWords(reply.text)),
      link: commentUrl(reply),
    }
    await queueMail(
      tx,
      { template: 'comment-reply', to: email, props, key: `comment-reply:${reply.id}:${emailHash}` },
      now,
    )
  }
}

const shortened = (words: string): string =>
  words.length > 600 ? `${words.slice(0, 600).trimEnd()} …` : words

/** A queue that fills faster is looked at without mail. */
const staffMail: Limit = { name: 'held comment mail', burst: 10, every: 10 * minute }

/** Whoever holds it may decide about this comment once, in the name of the staff member it was sent to. */
const decisionToken = (comment: string, userId: string, now: number): string =>
  sign('comment decision', JSON.stringify([comment, userId]), now + 14 * day)

/** Asks staff about a held comment, each by a link of their own. */
export async function tellStaff(comment: Noticed, clock: Clock): Promise<void> {
  if ((await take(staffMail, 'all', clock)) > 0) return
  const now = clock()
  const staff = await db().user.findMany({ where: { staff: true }, select: { id: true, email: true } })
  for (const { id, email } of staff) {
    const props = {
      post: titleOf(comment.post, now),
      name: comment.name,
      words: shortened(commentWords(comment.text)),
      why: comment.reasons
        .split(' ')
        .map(reason => inWords[reason as Reason])
        .join('; '),
      link: `${env.SITE_URL}/comments/decide?token=${decisionToken(comment.id, id, now)}`,
    }
    await queueMail(
      db(),
      { template: 'comment-held', to: email, props, key: `comment-held:${comment.id}:${id}` },
      now,
    )
  }
}

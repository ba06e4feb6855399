import { addressHash } from '@/_audience/address'
import { queueMail } from '@/_audience/outbox.data'
import { type Clock, hour, minute } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { env } from '@/_platform/env'
import { AppError } from '@/_platform/errors'
import { addressBlock } from '@/_platform/http/address-block'
import { newId } from '@/_platform/ids'
import { type Limit, take, takeOrRefuse } from '@/_platform/limits.data'
import { sign, verify } from '@/_platform/secret'
import { commentsChanged } from './changed'
import { judgeAgain, type PublicComment, publicFields, publicView } from './comments.data'
import { titleOf } from './notices.data'
import { ownFor, ownIds } from './own-cookie'

/** What shows that a comment is one's own: the cookie of a moment ago, or the token of a mailed link. */
export type Proof = { cookie: string | null; token?: string }

export type OwnComment = PublicComment & { post: string; title: string; text: string; state: string }

const linkScope = 'own comment'
const linkLasts = hour

/** The row of an id, or of the link's own when there is no id. */
async function ownRow(id: string, proof: Proof, clock: Clock) {
  const now = clock()
  const linked = proof.token === undefined ? undefined : verify(linkScope, proof.token, now)
  const row = await db().comment.findUnique({ where: { id: id || (linked ?? '') } })
  const young = row !== null && row.createdAt.getTime() + ownFor > now
  if (!row || row.state === 'deleted') throw new AppError('gone', 'This comment is not there any more.')
  if (row.id !== linked && !(young && ownIds(proof.cookie, clock).includes(row.id)))
    throw new AppError(
      'forbidden',
      'Ask for a link to change this comment: the 15 minutes after sending are over.',
    )
  return row
}

/** One's own comment, whatever became of it: to its writer spam looks like what waits. */
export async function ownComment(id: string, proof: Proof, clock: Clock): Promise<OwnComment> {
  const row = await ownRow(id, proof, clock)
  const state = row.state === 'approved' ? 'approved' : 'held'
  return { ...publicView(row), post: row.post, title: titleOf(row.post, clock()), text: row.text, state }
}

/** The comments that this browser sent to a post a moment ago and that do not stand there yet. */
export async function ownWaiting(post: string, cookie: string | null, clock: Clock) {
  const rows = await db().comment.findMany({
    where: { id: { in: ownIds(cookie, clock) }, post, state: { in: ['held', 'spam', 'approved'] } },
    select: publicFields,
    orderBy: { createdAt: 'asc' },
  })
  return rows.map(row => ({ ...publicView(row), parentId: row.parentId, waiting: row.state !== 'approved' }))
}

/**
 * Changes one's own text. It is judged like a new one: a changed text can wait for staff although the first did not.
 * @throws AppError 'forbidden' without proof, 'gone' when it was removed
 */
export async function editOwn(id: string, text: string, proof: Proof, clock: Clock): Promise<void> {
  const row = await ownRow(id, proof, clock)
  if (row.text === text) return
  const verdict = await judgeAgain(row, text, clock())
  const state = row.state === 'approved' ? verdict.state : row.state
  const reasons =
    state === 'approved' || verdict.reasons.length === 0 ? row.reasons : verdict.reasons.join(' ')
  await db().comment.update({
    where: { id: row.id },
    data: { text, shapeHash: verdict.shapeHash, state, reasons, editedAt: new Date(clock()) },
  })
  if (row.state === 'approved') commentsChanged(row.post)
}

/** Removes one's own comment: its words, name and address go; an empty place stays where others have answered. */
export async function deleteOwn(id: string, proof: Proof, clock: Clock): Promise<{ post: string }> {
  const row = await ownRow(id, proof, clock)
  const answered = (await db().comment.count({ where: { parentId: row.id, state: { not: 'spam' } } })) > 0
  const emptied = { name: '', website: null, email: '', emailHash: '', text: '', notify: false, reasons: '' }
  if (answered)
    await db().comment.update({
      where: { id: row.id },
      data: { ...emptied, shapeHash: '', state: 'deleted' },
    })
  else await db().comment.delete({ where: { id: row.id } })
  if (row.state === 'approved') commentsChanged(row.post)
  return { post: row.post }
}

const byNetwork: Limit = { name: 'comment link network', burst: 5, every: 5 * minute }
const byComment: Limit = { name: 'comment link', burst: 2, every: hour }

/**
 * Mails a link to change a comment to the address it was sent from, if that is the one typed; says the same in any
 * case.
 * @throws AppError 'too_many' for a network that asks too much
 */
export async function askForOwnLink(
  asked: { id: string; email: string; address: string },
  clock: Clock,
): Promise<void> {
  const now = clock()
  await takeOrRefuse(byNetwork, addressBlock(asked.address), clock)
  const row = await db().comment.findUnique({ where: { id: asked.id } })
  if (!row || row.state === 'deleted' || row.emailHash !== addressHash(asked.email)) return
  if ((await take(byComment, row.id, clock)) > 0) return
  const token = sign(linkScope, row.id, now + linkLasts)
  const link = `${env.SITE_URL}/comments/own?token=${token}`
  const props = { post: titleOf(row.post, now), link, minutes: linkLasts / minute }
  await queueMail(
    db(),
    { template: 'comment-link', to: row.email, props, key: `comment-link:${newId('ask')}` },
    now,
  )
}

import type { Clock } from '@/_platform/clock'
import { hour, minute } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { AppError } from '@/_platform/errors'
import { addressBlock } from '@/_platform/http/address-block'
import { type Limit, takeOrRefuse } from '@/_platform/limits.data'
import { keyedHash } from '@/_platform/secret'
import { commentsChanged } from './changed'
import { type PublicComment, publicFields, publicView } from './comments.data'

const byNetwork: Limit = { name: 'comment report', burst: 5, every: 10 * minute }

/** So many networks must find the same comment wrong before it waits for staff again. */
const enough = 3

/** A comment that everybody may see. @throws AppError 'not_found' */
export async function publicComment(id: string): Promise<PublicComment & { post: string }> {
  const row = await db().comment.findUnique({ where: { id }, select: { ...publicFields, post: true } })
  if (row?.state !== 'approved') throw new AppError('not_found', 'There is no such comment.')
  return { ...publicView(row), post: row.post }
}

/**
 * Tells staff that a comment should not stand there: once a network. The third one hides it until staff decide,
 * unless they have approved it by hand.
 * @throws AppError 'not_found', 'too_many'
 */
export async function reportComment(
  report: { id: string; why: string; address: string },
  clock: Clock,
): Promise<{ post: string }> {
  const network = addressBlock(report.address)
  const comment = await db().comment.findUnique({ where: { id: report.id } })
  if (comment?.state !== 'approved') throw new AppError('not_found', 'There is no such comment.')
  await takeOrRefuse(byNetwork, network, clock)
  const key = { commentId: comment.id, networkHash: keyedHash('comment network', network) }
  const said = { why: report.why, at: new Date(clock()) }
  await db().commentReport.upsert({
    where: { commentId_networkHash: key },
    create: { ...key, ...said },
    update: said,
  })
  const count = await db().commentReport.count({
    where: { commentId: comment.id, at: { gt: new Date(clock() - 24 * 30 * hour) } },
  })
  if (count >= enough && !comment.decidedAt) {
    await db().comment.update({ where: { id: comment.id }, data: { state: 'held' } })
    commentsChanged(comment.post)
  }
  return { post: comment.post }
}

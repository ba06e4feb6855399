import type { Topic } from '@/_audience/topics'
import { db } from '@/_platform/db'
import { AppError } from '@/_platform/errors'

/** A newsletter that went out, as anyone may read it. */
export type Archived = {
  slug: string
  topic: Topic
  subject: string
  about: string
  source: string
  /** Unix ms. */
  at: number
}

const wentOut = { state: { in: ['sending', 'paused', 'sent'] }, enqueuedAt: { not: null } }

type Row = {
  slug: string
  topic: string
  subject: string
  subjectB: string
  winner: string
  preheader: string
  source: string
  startAt: Date | null
}

const toArchived = ({ subjectB, winner, preheader, startAt, topic, ...row }: Row): Archived => ({
  slug: row.slug,
  source: row.source,
  subject: winner === 'b' ? subjectB : row.subject,
  topic: topic as Topic,
  about: preheader,
  at: startAt?.getTime() ?? 0,
})

/** The newest 100 that stand in the archive. What went to a segment of people only is not for everyone. */
export async function archive(): Promise<Archived[]> {
  const where = { ...wentOut, listed: true, segment: '' }
  return (await db().broadcast.findMany({ where, orderBy: { startAt: 'desc' }, take: 100 })).map(toArchived)
}

/**
 * One that went out. Those that are not listed are there, too, for who has the address from a digest.
 * @throws AppError 'not_found'
 */
export async function archived(slug: string): Promise<Archived & { listed: boolean }> {
  const row = await db().broadcast.findFirst({ where: { ...wentOut, slug } })
  if (!row) throw new AppError('not_found', 'There is no such newsletter.')
  return { ...toArchived(row), listed: row.listed && row.segment === '' }
}

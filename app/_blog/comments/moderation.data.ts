import { audit } from '@/_platform/audit.data'
import { type Clock, day } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { AppError } from '@/_platform/errors'
import { enqueue } from '@/_platform/jobs.data'
import { verify } from '@/_platform/secret'
import { commentsChanged } from './changed'
import { unlearn } from './filter.data'
import { commentHtml } from './markdown'
import { afterApproval, titleOf } from './notices.data'
import { reasons as inWords, type Reason } from './verdict'

/** Who decides. */
export type Staff = { userId: string; staff: boolean } | null

export const lists = ['held', 'reported', 'spam', 'approved'] as const
export type List = (typeof lists)[number]

export const acts = ['approve', 'spam', 'delete', 'ban', 'keep'] as const
export type Act = (typeof acts)[number]

export type Moderated = {
  id: string
  post: string
  title: string
  name: string
  email: string
  website?: string
  html: string
  /** Unix ms. */
  at: number
  state: string
  why: string[]
  reports: string[]
  banned: boolean
  answerTo?: string
}

function assertStaff(who: Staff): asserts who is NonNullable<Staff> {
  if (!who?.staff) throw new AppError('forbidden', 'Only staff can look after comments.')
}

const whereOf = (list: List) =>
  list === 'reported' ? { state: 'approved', reports: { some: {} } } : { state: list }

const pageSize = 50

/** One page (from 1) of a list, newest first. @throws AppError 'forbidden' to anyone but staff */
export async function commentQueue(
  who: Staff,
  list: List,
  page: number,
  clock: Clock,
): Promise<{ rows: Moderated[]; counts: Record<List, number>; pages: number }> {
  assertStaff(who)
  const [rows, counted] = await Promise.all([
    db().comment.findMany({
      where: whereOf(list),
      include: { reports: true, parent: { select: { name: true } } },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * pageSize,
      take: pageSize,
    }),
    Promise.all(lists.map(async one => [one, await db().comment.count({ where: whereOf(one) })] as const)),
  ])
  const bans = await db().commentBan.findMany({
    where: { emailHash: { in: rows.map(row => row.emailHash) } },
  })
  const counts = Object.fromEntries(counted) as Record<List, number>
  return {
    counts,
    pages: Math.max(1, Math.ceil(counts[list] / pageSize)),
    rows: rows.map(row => ({
      id: row.id,
      post: row.post,
      title: titleOf(row.post, clock()),
      name: row.name,
      email: row.email,
      ...(row.website && { website: row.website }),
      html: commentHtml(row.text),
      at: row.createdAt.getTime(),
      state: row.state,
      why: row.reasons
        .split(' ')
        .filter(Boolean)
        .map(reason => inWords[reason as Reason] ?? reason),
      reports: row.reports.map(({ why }) => why),
      banned: bans.some(({ emailHash }) => emailHash === row.emailHash),
      ...(row.parent && { answerTo: row.parent.name }),
    })),
  }
}

/**
 * Decides about comments, with an audit entry for each, and lets the filter learn from it. `ban` also takes every
 * comment of the address for spam and bans its hash; `keep` drops the reports.
 * @returns how many changed: a decision made already changes nothing
 * @throws AppError 'forbidden' to anyone but staff
 */
export async function decide(who: Staff, ids: string[], act: Act, clock: Clock): Promise<number> {
  assertStaff(who)
  const rows = await db().comment.findMany({
    where: { id: { in: ids.slice(0, 200) }, state: { not: 'deleted' } },
  })
  const posts = new Set<string>()
  let changed = 0
  for (const row of rows) {
    const touched = await decideOne(who, row, act, clock())
    if (touched.length > 0) changed++
    for (const post of touched) posts.add(post)
  }
  if (changed > 0) unlearn()
  for (const post of posts) commentsChanged(post)
  return changed
}

type Row = Awaited<ReturnType<ReturnType<typeof db>['comment']['findMany']>>[number]

/** @returns the posts on which it shows */
function decideOne(who: NonNullable<Staff>, row: Row, act: Act, now: number): Promise<string[]> {
  const by = { decidedAt: new Date(now), decidedBy: who.userId }
  return db().$transaction(async tx => {
    const note = (detail: unknown = {}) =>
      audit(tx, {
        actorId: who.userId,
        accountId: null,
        action: `comment.${act}`,
        subject: row.id,
        detail,
        at: now,
      })
    if (act === 'keep') {
      const { count } = await tx.commentReport.deleteMany({ where: { commentId: row.id } })
      if (count > 0) await note({ reports: count })
      return count > 0 ? [row.post] : []
    }
    if (act === 'delete') {
      await tx.comment.deleteMany({ where: { id: row.id } })
      await note({ post: row.post })
      return [row.post]
    }
    if (act === 'ban') {
      const emailHash = row.emailHash
      const theirs = await tx.comment.findMany({ where: { emailHash, state: { not: 'spam' } } })
      await tx.comment.updateMany({ where: { emailHash }, data: { state: 'spam', ...by } })
      const ban = { at: new Date(now), byUserId: who.userId }
      await tx.commentBan.upsert({ where: { emailHash }, create: { emailHash, ...ban }, update: {} })
      await note({ comments: theirs.length })
      return [...new Set([row.post, ...theirs.map(({ post }) => post)])]
    }
    const state = act === 'approve' ? 'approved' : 'spam'
    if (row.state === state && row.decidedAt) return []
    await tx.comment.update({
      where: { id: row.id },
      data: { state, ...by, ...(act === 'approve' && { approvedAt: row.approvedAt ?? new Date(now) }) },
    })
    if (act === 'approve' && !row.approvedAt) await afterApproval(tx, row, now)
    if (act === 'spam') await forgetSpamLater(tx, now)
    await note({ before: row.state })
    return [row.post]
  })
}

/** Lets a banned address comment again. */
export async function liftBan(who: Staff, id: string, clock: Clock): Promise<void> {
  assertStaff(who)
  const row = await db().comment.findUnique({ where: { id } })
  if (!row) throw new AppError('not_found', 'There is no such comment.')
  await db().$transaction(async tx => {
    await tx.commentBan.deleteMany({ where: { emailHash: row.emailHash } })
    const entry = { actorId: who.userId, accountId: null, subject: id, at: clock() }
    await audit(tx, { ...entry, action: 'comment.unban' })
  })
}

/** The comment that a mailed link is about. Changes nothing: link scanners open links. */
export async function readDecision(
  token: string,
  clock: Clock,
): Promise<{ who: Staff; comment: Moderated | null }> {
  const [id, userId] = JSON.parse(verify('comment decision', token, clock())) as [string, string]
  const user = await db().user.findUnique({ where: { id: userId } })
  if (!user?.staff) throw new AppError('gone', 'The person this link was sent to is no longer on the staff.')
  const who = { userId, staff: true }
  const row = await db().comment.findUnique({ where: { id } })
  if (!row || row.state === 'deleted') return { who, comment: null }
  return {
    who,
    comment: {
      id,
      post: row.post,
      title: titleOf(row.post, clock()),
      name: row.name,
      email: row.email,
      ...(row.website && { website: row.website }),
      html: commentHtml(row.text),
      at: row.createdAt.getTime(),
      state: row.state,
      why: row.reasons
        .split(' ')
        .filter(Boolean)
        .map(reason => inWords[reason as Reason] ?? reason),
      reports: [],
      banned: false,
    },
  }
}

/** Decides by a mailed link; the link's person is who decided. */
export async function decideByLink(token: string, act: Act, clock: Clock): Promise<void> {
  const { who, comment } = await readDecision(token, clock)
  if (comment) await decide(who, [comment.id], act, clock)
}

/** Spam that nobody rescued is forgotten after 30 days, but for the newest that the filter learns from. */
const spamLasts = 30 * day

const forgetSpamLater = (tx: Parameters<typeof enqueue>[0], now: number) => {
  const runAt = Math.ceil((now + spamLasts) / day) * day
  return enqueue(tx, { kind: 'forget-spam', key: `forget-spam:${runAt / day}`, runAt, now })
}

/** @param now Unix ms */
export async function forgetSpam(now: number): Promise<void> {
  const before = new Date(now - spamLasts)
  await db().comment.updateMany({
    where: { state: 'spam', createdAt: { lt: before } },
    data: { email: '', emailHash: '', networkHash: '', notify: false },
  })
  await db().comment.deleteMany({ where: { state: 'spam', decidedAt: null, createdAt: { lt: before } } })
}

import { addressHash, normalAddress } from '@/_audience/address'
import { askToSubscribe } from '@/_audience/subscribers.data'
import { wordings } from '@/_audience/wordings'
import { type Clock, day, hour, minute } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { AppError } from '@/_platform/errors'
import { addressBlock } from '@/_platform/http/address-block'
import { newId } from '@/_platform/ids'
import { type Limit, takeOrRefuse } from '@/_platform/limits.data'
import { keyedHash } from '@/_platform/secret'
import { findPost, type Post } from '../posts'
import { commentsChanged } from './changed'
import { spamminess } from './filter.data'
import type { CommentForm } from './form'
import { commentHtml, linksIn } from './markdown'
import { afterApproval, tellStaff } from './notices.data'
import { pageAge } from './page-proof'
import { judge, type Reason } from './verdict'

/** A comment as everybody may see it. There is no address in it (promise C3). */
export type PublicComment = {
  id: string
  /** Empty when its writer removed it and answers stand below. */
  name: string
  website?: string
  html: string
  /** Unix ms. */
  at: number
  editedAt?: number
  removed: boolean
}

export type Thread = PublicComment & { replies: PublicComment[] }

/** Comments of a post are taken for 180 days after it was published. */
const openFor = 180 * day

export const closesAt = (post: Pick<Post, 'publishedAt'>): number => post.publishedAt + openFor

type Row = {
  id: string
  name: string
  website: string | null
  text: string
  state: string
  createdAt: Date
  editedAt: Date | null
}

export const publicView = (row: Row): PublicComment => ({
  id: row.id,
  name: row.name,
  ...(row.website && { website: row.website }),
  html: row.state === 'deleted' ? '' : commentHtml(row.text),
  at: row.createdAt.getTime(),
  ...(row.editedAt && { editedAt: row.editedAt.getTime() }),
  removed: row.state === 'deleted',
})

export const publicFields = {
  id: true,
  parentId: true,
  name: true,
  website: true,
  text: true,
  state: true,
  createdAt: true,
  editedAt: true,
} as const

/** What everybody may read under a post, oldest first, each with its answers. */
export async function threadsOf(post: string): Promise<Thread[]> {
  const rows = await db().comment.findMany({
    where: { post, state: { in: ['approved', 'deleted'] } },
    select: publicFields,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const repliesTo = (id: string) =>
    rows.filter(row => row.parentId === id && row.state === 'approved').map(publicView)
  return rows
    .filter(row => row.parentId === null)
    .map(row => ({ ...publicView(row), replies: repliesTo(row.id) }))
    .filter(thread => !thread.removed || thread.replies.length > 0)
}

const byNetwork: Limit = { name: 'comment network', burst: 6, every: minute }
const byAddress: Limit = { name: 'comment address', burst: 6, every: minute }

/** Words that differ only in case, spaces or punctuation are the same words. */
const shapeOf = (text: string): string =>
  keyedHash(
    'comment words',
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  )

/** Texts shorter than this come twice without anybody copying them. */
const shortText = 24

/**
 * Takes a comment: published at once from a reader known here, else held for staff. The same comment sent twice is
 * one. A ticked newsletter box asks for its own confirmation by mail (promises U2, U3).
 * @param caller.address the IP address; kept only as a keyed hash of its network
 * @throws AppError 'not_found' without such a post or parent, 'conflict' when comments are closed, 'too_many'
 */
export async function addComment(
  form: CommentForm,
  caller: { address: string },
  clock: Clock,
): Promise<{ id: string; state: string }> {
  const now = clock()
  const post = openPost(form.post, clock)
  const email = normalAddress(form.email)
  const emailHash = addressHash(email)
  const network = addressBlock(caller.address)
  const shapeHash = shapeOf(form.text)
  const again = await db().comment.findFirst({
    where: {
      post: post.slug,
      emailHash,
      shapeHash,
      createdAt: { gt: new Date(now - hour) },
      state: { not: 'deleted' },
    },
  })
  if (again) return { id: again.id, state: again.state }
  await takeOrRefuse(byNetwork, network, clock)
  await takeOrRefuse(byAddress, emailHash, clock)
  const parentId = form.parent ? await parentOf(form.parent, post.slug) : null
  const { state, reasons } = judge({
    trapped: form.url !== '',
    ...(await factsOf({ ...form, emailHash, shapeHash }, now)),
    pageAge: pageAge(form.made, post.slug, clock),
  })
  const row = {
    id: newId('comment'),
    post: post.slug,
    parentId,
    name: form.name,
    website: form.website ?? null,
    email,
    emailHash,
    networkHash: keyedHash('comment network', network),
    text: form.text,
    shapeHash,
    notify: form.notify,
    state,
    reasons: reasons.join(' '),
    createdAt: new Date(now),
    approvedAt: state === 'approved' ? new Date(now) : null,
  }
  await db().$transaction(async tx => {
    await tx.comment.create({ data: row })
    if (state === 'approved') await afterApproval(tx, row, now)
  })
  if (state === 'approved') commentsChanged(post.slug)
  if (state === 'held') await tellStaff(row, clock)
  if (form.newsletter && state !== 'spam') {
    const { address } = caller
    await askToSubscribe({ email, topics: ['newsletter'], wording: wordings.withComment, address }, clock)
  }
  return { id: row.id, state }
}

/** What is known of a text and its writer when it is judged. */
export async function factsOf(
  comment: {
    name: string
    website?: string | null
    text: string
    emailHash: string
    shapeHash: string
    id?: string
  },
  now: number,
) {
  const others = comment.id ? { id: { not: comment.id } } : {}
  const [banned, known, repeated, spam] = await Promise.all([
    db().commentBan.findUnique({ where: { emailHash: comment.emailHash } }),
    db().comment.findFirst({ where: { emailHash: comment.emailHash, state: 'approved' } }),
    comment.text.length < shortText
      ? null
      : db().comment.findFirst({
          where: { shapeHash: comment.shapeHash, createdAt: { gt: new Date(now - 30 * day) }, ...others },
        }),
    spamminess(comment),
  ])
  return {
    banned: banned !== null,
    known: known !== null,
    repeated: repeated !== null,
    spamminess: spam,
    links: linksIn(comment.text) + (comment.website ? 0.5 : 0),
  }
}

/** Judges a changed text like a new one, apart from what only a form can tell. */
export async function judgeAgain(
  comment: Row & { emailHash: string },
  text: string,
  now: number,
): Promise<{ state: string; reasons: Reason[]; shapeHash: string }> {
  const shapeHash = shapeOf(text)
  const facts = await factsOf({ ...comment, text, shapeHash }, now)
  return { ...judge({ ...facts, trapped: false, pageAge: minute }), shapeHash }
}

function openPost(slug: string, clock: Clock): Post {
  const found = findPost(slug, clock)
  if (!found || 'movedTo' in found) throw new AppError('not_found', 'There is no such post.')
  if (closesAt(found.post) <= clock())
    throw new AppError('conflict', 'Comments on this post are closed. Nothing was stored.')
  return found.post
}

/** The comment that is answered; an answer to an answer stands beside it. */
async function parentOf(id: string, post: string): Promise<string> {
  const parent = await db().comment.findUnique({ where: { id } })
  if (parent?.post !== post || parent.state !== 'approved')
    throw new AppError(
      'not_found',
      'The comment that you answer is not there any more. Send yours without it.',
      'parent',
    )
  return parent.parentId ?? parent.id
}

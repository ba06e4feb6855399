import { assertStaff } from '@/_accounts/staff'
import type { Viewer } from '@/_accounts/viewer'
import { setBatch } from '@/_audience/batches.data'
import { queueMany } from '@/_audience/outbox.data'
import type { Topic } from '@/_audience/topics'
import { findPost } from '@/_blog/posts'
import { audit } from '@/_platform/audit.data'
import { type Clock, hour } from '@/_platform/clock'
import { type Db, db } from '@/_platform/db'
import { AppError } from '@/_platform/errors'
import { newId } from '@/_platform/ids'
import { enqueue } from '@/_platform/jobs.data'
import { startOf } from './audience'
import { type BroadcastState, batchesOf, batchStates, type Draft, type Plan } from './broadcast'
import { compileLetter } from './letter/compile'

export const enqueueJob = 'broadcast-enqueue'
export const stepJob = 'broadcast-step'

type Row = NonNullable<Awaited<ReturnType<Db['broadcast']['findUnique']>>>

const plain = ({ startAt, enqueuedAt, finishedAt, createdAt, updatedAt, cursor: _, ...row }: Row) => ({
  ...row,
  topic: row.topic as Topic,
  state: row.state as BroadcastState,
  /** Unix ms. */
  startAt: startAt?.getTime(),
  enqueuedAt: enqueuedAt?.getTime(),
  finishedAt: finishedAt?.getTime(),
  createdAt: createdAt.getTime(),
  updatedAt: updatedAt.getTime(),
})

export type Broadcast = ReturnType<typeof plain>

/** Newest first. @throws AppError 'forbidden' to anyone but staff */
export async function listBroadcasts(viewer: Viewer | null): Promise<Broadcast[]> {
  assertStaff(viewer)
  return (await db().broadcast.findMany({ orderBy: { createdAt: 'desc' }, take: 200 })).map(plain)
}

/** @throws AppError 'forbidden' to anyone but staff, 'not_found' */
export async function readBroadcast(viewer: Viewer | null, id: string): Promise<Broadcast> {
  assertStaff(viewer)
  return plain(await rowOf(id))
}

async function rowOf(id: string): Promise<Row> {
  const row = await db().broadcast.findUnique({ where: { id } })
  if (!row) throw new AppError('not_found', 'There is no such broadcast.')
  return row
}

/** Makes a draft, or changes one. @returns its id @throws AppError 'invalid' with the field, 'conflict' once it is scheduled */
export async function saveDraft(
  viewer: Viewer | null,
  id: string | undefined,
  draft: Draft,
  clock: Clock,
): Promise<string> {
  assertStaff(viewer)
  const { posts } = await compileLetter(draft.source)
  const missing = posts.find(slug => !findPost(slug, clock, true))
  if (missing) throw new AppError('invalid', `There is no post "${missing}".`, 'source')
  const at = new Date(clock())
  if (!id) {
    const made = newId('broadcast')
    const slug = `${slugOf(draft.subject)}-${made.slice(-6)}`
    await db().broadcast.create({ data: { id: made, slug, ...draft, createdAt: at, updatedAt: at } })
    return made
  }
  const { count } = await db().broadcast.updateMany({
    where: { id, state: 'draft' },
    data: { ...draft, updatedAt: at },
  })
  if (count === 0)
    throw new AppError('conflict', 'It is no draft any more: what is scheduled stays as it is.')
  return id
}

const slugOf = (subject: string): string =>
  subject
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'letter'

/** A new draft with the same words. @returns its id */
export async function copyBroadcast(viewer: Viewer | null, id: string, clock: Clock): Promise<string> {
  assertStaff(viewer)
  const { topic, subject, subjectB, preheader, source, segment, listed } = await readBroadcast(viewer, id)
  return saveDraft(viewer, undefined, { topic, subject, subjectB, preheader, source, segment, listed }, clock)
}

/** @throws AppError 'conflict' when it is no draft */
export async function removeDraft(viewer: Viewer | null, id: string): Promise<void> {
  assertStaff(viewer)
  const { count } = await db().broadcast.deleteMany({ where: { id, state: 'draft' } })
  if (count === 0) throw new AppError('conflict', 'Only a draft can be removed.')
}

/** The scope of a test: it reaches whoever asked for it, whatever they get otherwise. */
const testScope = 'test'

/** Sends the message as it stands to one address, marked as a test; both where two subjects are tested. */
export async function sendTest(viewer: Viewer | null, id: string, to: string, clock: Clock): Promise<void> {
  assertStaff(viewer)
  const { subjectB } = await rowOf(id)
  const mail = { template: 'broadcast', to, props: { broadcast: id }, scope: testScope }
  const variants = subjectB ? ['a', 'b'] : ['']
  const mails = variants.map(variant => ({ ...mail, variant, key: `broadcast-test:${newId('test')}` }))
  await queueMany(db(), mails, clock())
}

/** Lets a draft go out, at once or at its time. @throws AppError 'conflict' when it is no draft */
export async function schedule(viewer: Viewer | null, id: string, plan: Plan, clock: Clock): Promise<void> {
  assertStaff(viewer)
  const now = clock()
  const row = await rowOf(id)
  const testPercent = row.subjectB ? plan.testPercent : 0
  if (row.subjectB && testPercent < 2)
    throw new AppError('invalid', 'A test of two subjects needs 2 percent or more.', 'testPercent')
  const startAt = startOf({ ...plan, subjectB: row.subjectB }, now)
  const data = { ...plan, testPercent, state: 'scheduled', startAt: new Date(startAt) }
  await db().$transaction(async tx => {
    const { count } = await tx.broadcast.updateMany({ where: { id, state: 'draft' }, data })
    if (count === 0) throw new AppError('conflict', 'It is scheduled already.')
    await planEnqueuing(tx, id, startAt, now)
    await note(tx, viewer, 'broadcast.schedule', id, now)
  })
}

/** The messages are written at the time of the first, so that late subscribers and leavers count. */
const planEnqueuing = (tx: Pick<Db, 'job'>, id: string, runAt: number, now: number) =>
  enqueue(tx, { kind: enqueueJob, key: `${enqueueJob}:${id}:${now}`, payload: { id }, runAt, now })

const note = (tx: Pick<Db, 'auditEntry'>, viewer: Viewer, action: string, subject: string, at: number) =>
  audit(tx, { actorId: viewer.userId, accountId: null, action, subject, at })

/** Holds everything that has not gone out yet. @throws AppError 'conflict' when nothing is under way */
export const pause = (viewer: Viewer | null, id: string, clock: Clock): Promise<void> =>
  move(viewer, id, { from: ['scheduled', 'sending'], to: 'paused' }, clock)

/** Goes on where it stopped. @throws AppError 'conflict' when it is not paused */
export const resume = (viewer: Viewer | null, id: string, clock: Clock): Promise<void> =>
  move(viewer, id, { from: ['paused'], to: 'sending' }, clock)

/** Ends it for good: what has not gone out never will. @throws AppError 'conflict' when it is over already */
export const cancel = (viewer: Viewer | null, id: string, clock: Clock): Promise<void> =>
  move(viewer, id, { from: ['scheduled', 'sending', 'paused'], to: 'cancelled' }, clock)

async function move(
  viewer: Viewer | null,
  id: string,
  { from, to }: { from: BroadcastState[]; to: BroadcastState },
  clock: Clock,
): Promise<void> {
  assertStaff(viewer)
  const now = clock()
  await db().$transaction(async tx => {
    const row = await tx.broadcast.findUnique({ where: { id } })
    if (!row) throw new AppError('not_found', 'There is no such broadcast.')
    const waits = to === 'sending' && !row.enqueuedAt && row.startAt!.getTime() > now
    const state = waits ? 'scheduled' : to
    const over = to === 'cancelled' ? { finishedAt: new Date(now) } : {}
    const { count } = await tx.broadcast.updateMany({
      where: { id, state: { in: from } },
      data: { state, ...over },
    })
    if (count === 0) throw new AppError('conflict', `It is ${row.state}: that can't be done now.`)
    await settleBatches(tx, { ...row, state }, now)
    if (to === 'sending') {
      if (!row.enqueuedAt) await planEnqueuing(tx, id, Math.max(now, row.startAt!.getTime()), now)
      else await planStep(tx, id, now, now)
    }
    if (to === 'cancelled') await dropWaiting(tx, id)
    await note(tx, viewer, `broadcast.${to}`, id, now)
  })
}

async function dropWaiting(tx: Pick<Db, 'outboxMessage' | 'digestItem'>, id: string): Promise<void> {
  const batch = { in: Object.values(batchesOf(id)) }
  await tx.outboxMessage.updateMany({ where: { batch, state: 'waiting' }, data: { state: 'cancelled' } })
  await tx.digestItem.deleteMany({ where: { broadcastId: id } })
}

/** Opens or holds what the outbox has of a broadcast, as its state says. */
export async function settleBatches(
  tx: Pick<Db, 'outboxBatch'>,
  row: { id: string; state: string; winner: string; perHour: number },
  now: number,
): Promise<void> {
  const every = row.perHour ? Math.ceil(hour / row.perHour) : 0
  const ids = batchesOf(row.id)
  const of = batchStates(row)
  await setBatch(tx, { id: ids.first, state: of.first, every }, now)
  await setBatch(tx, { id: ids.rest, state: of.rest, every }, now)
}

/** One look at a broadcast's progress: whether a test has a winner, whether it is finished. */
export const planStep = (tx: Pick<Db, 'job'>, id: string, runAt: number, now: number) =>
  enqueue(tx, {
    kind: stepJob,
    key: `${stepJob}:${id}:${Math.floor(runAt / 1000)}`,
    payload: { id },
    runAt,
    now,
  })

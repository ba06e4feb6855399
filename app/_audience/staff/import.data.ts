import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { assertStaff } from '@/_accounts/staff'
import type { Viewer } from '@/_accounts/viewer'
import { audit } from '@/_platform/audit.data'
import type { Clock } from '@/_platform/clock'
import { type Db, db } from '@/_platform/db'
import { AppError } from '@/_platform/errors'
import { newId } from '@/_platform/ids'
import { addressHash, normalAddress } from '../address'
import { everything } from '../suppressions.data'
import { isTopic, type Topic, topicNames, topicScope } from '../topics'

export const mostRows = 50_000

const line = z.object({
  email: z.string().trim().max(254).pipe(z.email('the address is not written in full')),
  topics: z
    .string()
    .transform(text => text.split(/[\s,;]+/).filter(Boolean))
    .refine(names => names.length > 0 && names.every(isTopic), {
      error: `topics must be some of: ${topicNames.join(', ')}`,
    }),
  proof: z
    .string()
    .trim()
    .min(10, 'the proof is missing: say when, where and by which words they agreed')
    .max(500),
})

type Line = { number: number; email: string; emailHash: string; topics: Topic[]; proof: string }

export type Imported = {
  /** Addresses that get mail on a topic which they did not get before. */
  added: number
  /** Addresses that had all of it already, or left a topic themselves and stay away. */
  unchanged: number
  refused: { line: number; why: string }[]
}

/**
 * Takes in subscribers who agreed elsewhere: a CSV file with the columns `email`, `topics` and `proof` (when, where
 * and by which words they agreed), which is kept with each as their consent. Who has refused our mail before, or
 * left a topic, stays away: a file is not their word.
 * @throws AppError 'invalid' when the file is no such table, 'forbidden' to anyone but staff
 */
export async function importSubscribers(
  viewer: Viewer | null,
  text: string,
  clock: Clock,
): Promise<Imported> {
  assertStaff(viewer)
  const now = clock()
  const { lines, refused } = readLines(text)
  const found: Imported = { added: 0, unchanged: 0, refused }
  for (let at = 0; at < lines.length; at += 500) {
    const piece = await takePiece(lines.slice(at, at + 500), now)
    found.added += piece.added
    found.unchanged += piece.unchanged
    found.refused.push(...piece.refused)
  }
  const { added, unchanged } = found
  const note = {
    actorId: viewer.userId,
    accountId: null,
    action: 'subscribers.import',
    subject: 'subscribers',
  }
  await audit(db(), { ...note, detail: { added, unchanged, refused: found.refused.length }, at: now })
  found.refused.sort((a, b) => a.line - b.line)
  return found
}

function readLines(text: string): { lines: Line[]; refused: Imported['refused'] } {
  const rows = readTable(text)
  const lines = new Map<string, Line>()
  const refused: Imported['refused'] = []
  for (const { record, info } of rows) {
    const read = line.safeParse({ email: '', topics: '', proof: '', ...record })
    if (!read.success) {
      refused.push({ line: info.lines, why: read.error.issues[0]!.message })
      continue
    }
    const email = normalAddress(read.data.email)
    if (lines.has(email)) refused.push({ line: info.lines, why: 'the address stands above already' })
    else {
      const topics = read.data.topics.filter(isTopic)
      lines.set(email, {
        number: info.lines,
        email,
        emailHash: addressHash(email),
        topics,
        proof: read.data.proof,
      })
    }
  }
  return { lines: [...lines.values()], refused }
}

type Parsed = { record: Record<string, string>; info: { lines: number } }

function readTable(text: string): Parsed[] {
  try {
    const columns = (names: string[]) => names.map(name => name.trim().toLowerCase())
    const options = { columns, bom: true, trim: true, info: true, skip_empty_lines: true } as const
    const rows = parse(text, {
      ...options,
      relax_column_count: true,
      to: mostRows + 1,
    }) as unknown as Parsed[]
    if (rows.length > mostRows) throw new AppError('invalid', `A file has ${mostRows} lines at most.`, 'file')
    if (rows.length === 0) throw new AppError('invalid', 'The file has no lines below its header.', 'file')
    for (const wanted of ['email', 'topics', 'proof'])
      if (!(wanted in rows[0]!.record))
        throw new AppError('invalid', `The file has no column "${wanted}".`, 'file')
    return rows
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('invalid', `This is no CSV file: ${(error as Error).message}`, 'file')
  }
}

async function takePiece(lines: Line[], now: number): Promise<Imported> {
  const hashes = lines.map(({ emailHash }) => emailHash)
  const refusals = await db().suppression.findMany({ where: { toHash: { in: hashes } } })
  const isRefused = ({ emailHash, topics }: Line) =>
    refusals.some(
      ({ toHash, scope }) =>
        toHash === emailHash && (scope === everything || topics.some(topic => scope === topicScope(topic))),
    )
  const refused = lines.filter(isRefused).map(({ number }) => ({
    line: number,
    why: 'this address has refused our mail, and must ask for it itself',
  }))
  const welcome = lines.filter(one => !isRefused(one))
  const added = await db().$transaction(tx => write(tx, welcome, now), { timeout: 20_000 })
  return { added, unchanged: welcome.length - added, refused }
}

type Writer = Pick<Db, 'subscriber' | 'subscription' | 'consentRecord'>

async function write(tx: Writer, lines: Line[], now: number): Promise<number> {
  const at = new Date(now)
  const known = await tx.subscriber.findMany({
    where: { emailHash: { in: lines.map(({ emailHash }) => emailHash) } },
    select: { id: true, emailHash: true, subscriptions: true },
  })
  const of = new Map(known.map(one => [one.emailHash, one]))
  const fresh = lines.filter(({ emailHash }) => !of.has(emailHash))
  for (const { emailHash } of fresh)
    of.set(emailHash, { id: newId('subscriber'), emailHash, subscriptions: [] })
  await tx.subscriber.createMany({
    data: fresh.map(({ email, emailHash }) => ({
      id: of.get(emailHash)!.id,
      email,
      emailHash,
      createdAt: at,
    })),
  })
  const wanted = lines.flatMap(({ emailHash, topics, proof }) => {
    const { id, subscriptions } = of.get(emailHash)!
    return topics.flatMap(topic => {
      const state = subscriptions.find(one => one.topic === topic)?.state
      return state === 'confirmed' || state === 'left' ? [] : [{ subscriberId: id, topic, proof, state }]
    })
  })
  const confirmed = { state: 'confirmed', askedAt: at, confirmedAt: at }
  await tx.subscription.createMany({
    data: wanted
      .filter(({ state }) => !state)
      .map(({ subscriberId, topic }) => ({ subscriberId, topic, ...confirmed })),
  })
  for (const { subscriberId, topic } of wanted.filter(({ state }) => state === 'pending'))
    await tx.subscription.updateMany({ where: { subscriberId, topic }, data: confirmed })
  await tx.consentRecord.createMany({
    data: wanted.map(({ subscriberId, topic, proof }) => ({
      id: newId('consent'),
      subscriberId,
      at,
      kind: 'imported',
      subject: topic,
      wording: proof,
      network: '',
    })),
  })
  return new Set(wanted.map(({ subscriberId }) => subscriberId)).size
}

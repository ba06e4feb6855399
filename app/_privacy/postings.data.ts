import { type Clock, systemClock } from '@/_platform/clock'
import { type Db, db } from '@/_platform/db'
import { enqueue } from '@/_platform/jobs.data'
import { governingVersion, noticePeriod } from './binding'
import { type LegalVersion, legalVersions } from './legal'
import type { LegalDocument } from './legal-documents'

/** `postedAt` and `announcedAt` in Unix ms; a version that needs no announcement has no `announcedAt`. */
export type Posting = { document: LegalDocument; version: string; postedAt: number; announcedAt?: number }

/** The background job that posts one version. */
export const postVersionJob = 'post-legal-version'

const effectiveAt = ({ effective }: LegalVersion): number => Date.parse(effective)

/** Whether people are told of a version one by one: a material change, or a change of who is in control. */
export const isAnnounced = ({ material, kind }: LegalVersion): boolean =>
  kind !== 'first' && (material || kind === 'control')

/**
 * Plans the posting of every version that this deployment has not posted yet, each for the moment its day (UTC)
 * begins. A deployment without any posting takes what is in force as its beginning: there is nobody to tell.
 */
export async function planPostings(clock: Clock): Promise<void> {
  const now = clock()
  const posted = await db().legalPosting.findMany()
  const due = legalVersions().filter(version => effectiveAt(version) <= now)
  if (posted.length === 0)
    await db().legalPosting.createMany({
      data: due.map(version => ({ ...identity(version), postedAt: new Date(effectiveAt(version)) })),
    })
  const known = posted.length === 0 ? due.map(identity) : posted
  for (const one of legalVersions().map(version => ({ ...identity(version), at: effectiveAt(version) }))) {
    const { document, version, at } = one
    if (known.some(other => other.document === document && other.version === version)) continue
    const key = `${postVersionJob}:${document}:${version}`
    await enqueue(db(), { kind: postVersionJob, key, payload: { document, version }, runAt: at, now })
  }
}

const identity = ({ document, effective }: LegalVersion) => ({ document, version: effective })

/** Keeps that a version was posted, once; again it answers when that was. @param now Unix ms */
export async function recordPosting(version: LegalVersion, now: number): Promise<Posting> {
  const row = await db().legalPosting.upsert({
    where: { document_version: identity(version) },
    create: { ...identity(version), postedAt: new Date(now) },
    update: {},
  })
  return toPosting(row)
}

/** Keeps that everybody concerned has been written to. @param now Unix ms */
export async function recordAnnouncement(version: LegalVersion, now: number): Promise<void> {
  await db().legalPosting.update({
    where: { document_version: identity(version) },
    data: { announcedAt: new Date(now) },
  })
}

type Reader = Pick<Db, 'legalPosting'>

/** Everything posted here so far, oldest first. Public knowledge: it takes no viewer. */
export async function postings(reader: Reader = db()): Promise<Posting[]> {
  const rows = await reader.legalPosting.findMany({ orderBy: [{ postedAt: 'asc' }, { version: 'asc' }] })
  return rows.map(toPosting)
}

/** Versions that the site and accounts are told of just now: posted and announced, and not yet binding everybody. */
export async function newVersions(clock: Clock): Promise<(LegalVersion & { postedAt: number })[]> {
  const rows = await db().legalPosting.findMany({
    where: { postedAt: { gt: new Date(clock() - noticePeriod) }, announcedAt: { not: null } },
  })
  return rows.flatMap(row => {
    const text = legalVersions().find(one => one.document === row.document && one.effective === row.version)
    return text && isAnnounced(text) ? [{ ...text, postedAt: row.postedAt.getTime() }] : []
  })
}

/**
 * The version of the privacy policy that governs data of one person (promise V3), for each kind of data.
 * @param kinds when each kind was collected, Unix ms
 * @param person.since when the person began to be written to about changes: the account's or subscription's start
 * @returns the version by kind
 */
export async function governedBy<K extends string>(
  kinds: Record<K, number>,
  person: { since: number },
  clock: Clock = systemClock,
): Promise<Record<K, string>> {
  const posted = (await postings()).filter(
    ({ document, postedAt }) => document === 'privacy' && postedAt <= clock(),
  )
  const told = posted.filter(({ announcedAt, postedAt }) => announcedAt && postedAt >= person.since)
  const toldAt = told.at(-1)?.postedAt
  const entries = Object.entries<number>(kinds).map(([kind, collectedAt]) => [
    kind,
    governingVersion(posted, collectedAt, toldAt)?.version ?? '',
  ])
  return Object.fromEntries(entries)
}

const toPosting = (row: {
  document: string
  version: string
  postedAt: Date
  announcedAt: Date | null
}): Posting => ({
  document: row.document as LegalDocument,
  version: row.version,
  postedAt: row.postedAt.getTime(),
  ...(row.announcedAt && { announcedAt: row.announcedAt.getTime() }),
})

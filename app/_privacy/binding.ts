import { day } from '@/_platform/clock'

/** Between a version's posting and its binding those who were here before (promise V2). */
export const noticePeriod = 14 * day

/** A version that was posted; `version` is its effective day, `postedAt` Unix ms. */
export type Posted = { version: string; postedAt: number }

/**
 * From when a version binds somebody: who came after it was posted is bound on coming, who was here before is bound
 * 14 days after the posting.
 * @param since when the person's account began, Unix ms
 * @returns Unix ms
 */
export const bindsFrom = ({ postedAt }: Posted, since: number): number =>
  since >= postedAt ? since : postedAt + noticePeriod

/**
 * The version of one text that binds somebody at a time: the newest that has begun to, or the oldest.
 * @param postings of one document, in any order
 */
export function bindingVersion<P extends Posted>(postings: P[], since: number, now: number): P | undefined {
  const oldestFirst = inOrder(postings)
  return oldestFirst.findLast(posted => bindsFrom(posted, since) <= now) ?? oldestFirst[0]
}

/**
 * The version that governs a datum (promise V3): the later of the one in force when it was collected and the one
 * that its owner was told of later.
 * @param postings of one document, in any order
 * @param collectedAt Unix ms
 * @param toldAt when its owner was last told of a version, Unix ms; undefined when never
 */
export function governingVersion<P extends Posted>(
  postings: P[],
  collectedAt: number,
  toldAt: number | undefined,
): P | undefined {
  const oldestFirst = inOrder(postings)
  const at = Math.max(collectedAt, toldAt ?? collectedAt)
  return oldestFirst.findLast(posted => posted.postedAt <= at) ?? oldestFirst[0]
}

const inOrder = <P extends Posted>(postings: P[]): P[] =>
  [...postings].sort(
    (one, other) => one.postedAt - other.postedAt || one.version.localeCompare(other.version),
  )

import { hour } from '@/_platform/clock'

/** Hours of silence before anything is said, and the most that are compared. */
const fewest = 3
const most = 24
/** What the same hours must have had in each of the weeks before: below that, silence is chance. */
const usual = 10
const week = 7 * 24

/** How many hours back hitsStopped() looks. */
export const hoursLookedAt = 2 * week + most

/**
 * Whether a site has gone silent although it usually is not: nothing in the last full hours (at least 3, at most
 * 24 of them are looked at), while the same hours of the week had at least 10 events in each of the two weeks
 * before. So a quiet night is no alarm, nor a quiet Sunday where Sundays are quiet, and a small site is given
 * more time than a large one.
 * @param counts events of each of the last `hoursLookedAt` full hours, the newest last
 */
export function hitsStopped(counts: readonly number[]): boolean {
  const end = counts.length
  let silent = 0
  while (silent < most && silent < end && counts[end - 1 - silent] === 0) silent++
  if (silent < fewest) return false
  return [1, 2].every(weeks => {
    const to = end - weeks * week
    if (to - silent < 0) return false
    return counts.slice(to - silent, to).reduce((sum, count) => sum + count, 0) >= usual
  })
}

/** The start of the hours that hitsStopped() looks at: they end with the last full hour. Unix ms. */
export const lookFrom = (now: number): number => Math.floor(now / hour) * hour - hoursLookedAt * hour

/** Hits with an unknown key on a day before they are worth a message, and how often the usual they must be. */
const manyUnknown = 100
const jump = 5

/**
 * Whether hits with keys that no site has jumped: at least 100 today, and more than five times as many as on the
 * worst of the seven days before. Somebody's pages carry a wrong key then, or a site was removed too early.
 */
export const unknownKeysJumped = (today: number, before: readonly number[]): boolean =>
  today >= manyUnknown && today > jump * Math.max(0, ...before)

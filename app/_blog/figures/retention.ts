import { day } from '@/_platform/clock'

/** A person did the event at these times, Unix ms, in any order. */
export type Doings = { person: string; times: number[] }

export type Cohort = {
  /** The first moment of the cohort's week, Unix ms. */
  from: number
  people: number
  /** How many came back in week 1, 2, …; weeks that not everybody of the cohort has lived through are missing. */
  returned: number[]
}

const week = 7 * day

/**
 * Weekly retention of one event (kissmetrics.md, 4.3). Everybody is in the cohort of the week, counted from
 * `from`, in which they first did it; week n is days 7n to 7n+6 from their own first time, and the first time
 * itself is no return.
 * @param from Unix ms; first times before it are left out
 * @param to Unix ms; the end of what is known
 */
export function weeklyRetention(people: readonly Doings[], from: number, to: number): Cohort[] {
  const cohorts: Cohort[] = []
  for (let start = from; start + week <= to; start += week) {
    const complete = Math.max(0, Math.floor((to - start - week) / week) - 1)
    cohorts.push({ from: start, people: 0, returned: Array(complete).fill(0) })
  }
  for (const { times } of people) {
    const first = Math.min(...times)
    const cohort = first < from ? undefined : cohorts[Math.floor((first - from) / week)]
    if (!cohort) continue
    cohort.people++
    const weeks = new Set(times.map(at => Math.floor((at - first) / week)))
    for (const n of weeks) if (n > 0 && n <= cohort.returned.length) cohort.returned[n - 1]!++
  }
  return cohorts
}

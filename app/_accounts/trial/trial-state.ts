import { day } from '@/_platform/clock'

/** What happens how long after (or before) a trial's end, in ms. Three messages and 30 days come before a deletion. */
export const afterEnd = {
  ending: -3 * day,
  ended: 0,
  second: 15 * day,
  last: 27 * day,
  delete: 30 * day,
} as const

/** The messages that have to be sent before anything is deleted, in order. */
export const endedMails: string[] = ['ended', 'second', 'last'] satisfies (keyof typeof afterEnd)[]

export const deletionOf = (endsAt: number): number => endsAt + afterEnd.delete

/** Times in Unix ms. 'none' for an account that never was on trial, 'settled' for one with a plan. */
export type TrialState =
  | { state: 'none' }
  | { state: 'settled'; plan: string }
  | { state: 'running'; endsAt: number; daysLeft: number }
  | { state: 'ended'; endsAt: number; deletesAt: number }

type Row = { endsAt: Date; settledAt: Date | null; plan: string | null }

export function trialState(row: Row, now: number): TrialState {
  if (row.settledAt) return { state: 'settled', plan: row.plan ?? '' }
  const endsAt = row.endsAt.getTime()
  if (now >= endsAt) return { state: 'ended', endsAt, deletesAt: deletionOf(endsAt) }
  return { state: 'running', endsAt, daysLeft: Math.ceil((endsAt - now) / day) }
}

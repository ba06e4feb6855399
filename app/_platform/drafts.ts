import { randomBytes } from 'node:crypto'
import { type Clock, minute } from './clock'
import { sharedOnce } from './shared'

/** A form that was refused: what was typed, and what is wrong with it. */
export type Draft = { typed: Record<string, string>; errors: { field: string; message: string }[] }

const lasts = 30 * minute
const most = 500

const kept = () => sharedOnce('drafts', () => new Map<string, Draft & { until: number }>())

/**
 * Keeps a refused form for half an hour, in memory alone, so that its page can show it again without script.
 * @returns an unguessable name for it
 */
export function keepDraft(draft: Draft, clock: Clock): string {
  const drafts = kept()
  const id = randomBytes(16).toString('base64url')
  drafts.set(id, { ...draft, until: clock() + lasts })
  while (drafts.size > most) drafts.delete(drafts.keys().next().value!)
  return id
}

/** The draft of a name; undefined when it was never kept, or not any more. */
export function draftOf(id: string, clock: Clock): Draft | undefined {
  const draft = kept().get(id)
  return draft && draft.until > clock() ? draft : undefined
}

/** What was typed, as text; files and what is too long to be typed are left out. */
export const typedIn = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value.slice(0, 20_000)]] : [])),
  )

'use server'

import { revalidatePath } from 'next/cache'
import { headers } from 'next/headers'
import { viewer } from '@/_accounts/session'
import { acts, decide, liftBan } from '@/_blog/comments/moderation.data'
import { systemClock } from '@/_platform/clock'
import { assertSameOrigin } from '@/_platform/http/origin'
import { turnAway } from '../../refusals'

export type Decided = { message: string; bad?: boolean }

/** Decides about the ticked comments, or about the one whose own button was pressed: `one:ID:ACT` or `all:ACT`. */
export async function decideComments(_before: Decided, form: FormData): Promise<Decided> {
  try {
    assertSameOrigin(await headers())
    const [scope, ...rest] = String(form.get('do') ?? '').split(':')
    const act = rest.at(-1)
    const ids = scope === 'one' ? [rest[0]!] : form.getAll('id').map(String)
    if (act === 'unban') {
      await liftBan(await viewer(), ids[0]!, systemClock)
      revalidatePath('/staff/comments')
      return { message: 'The address may comment again.' }
    }
    const known = acts.find(one => one === act)
    if (!known) return { message: 'There is no such decision.', bad: true }
    if (ids.length === 0) return { message: 'Tick comments first.', bad: true }
    const count = await decide(await viewer(), ids, known, systemClock)
    revalidatePath('/staff/comments')
    return { message: `${words[known]}: ${count} ${count === 1 ? 'comment' : 'comments'}.` }
  } catch (error) {
    turnAway(error)
    return { message: error.message, bad: true }
  }
}

const words = {
  approve: 'Approved',
  spam: 'Called spam',
  delete: 'Deleted',
  ban: 'Banned, with all from that address',
  keep: 'Reports dropped',
} as const

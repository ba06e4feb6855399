import { type Clock, day } from '@/_platform/clock'
import { sign, verify } from '@/_platform/secret'

const scope = 'comment form'

/** What a post's page carries in its form: when it was made, and for which post, so that nobody can make it up. */
export const pageProof = (post: string, clock: Clock): string =>
  sign(scope, JSON.stringify([post, clock()]), clock() + 30 * day)

/** Milliseconds since the page was made; undefined when the proof is missing, of another post, or of our making not. */
export function pageAge(proof: string, post: string, clock: Clock): number | undefined {
  try {
    const [of, made] = JSON.parse(verify(scope, proof, clock())) as [string, number]
    return of === post ? clock() - made : undefined
  } catch {
    return undefined
  }
}

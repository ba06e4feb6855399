import { isAnonymous } from '../collect/identify'
import type { Source } from './source'

/**
 * The person numbers that are one person with this one, the one that stands for them first; none for a number
 * that nobody has.
 */
export function membersOf({ people, merges }: Source, person: number): number[] {
  if (!Number.isInteger(person) || person < 1 || person >= people) return []
  if (!merges || (((merges.isMerged[person >>> 5] as number) >>> (person & 31)) & 1) === 0) return [person]
  const { canon } = merges
  const root = canon[person] as number
  const members: number[] = []
  for (let number = root; number < people; number++) if (canon[number] === root) members.push(number)
  return members
}

/** What to call somebody of these identities: the first that a site gave, else the first. */
export const nameOf = (identities: readonly string[]): string =>
  identities.find(identity => !isAnonymous(identity)) ?? identities[0] ?? ''

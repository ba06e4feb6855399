import { membersOf, nameOf } from '../members'
import type { Source } from '../source'

/** People one of whose identities contains the text, in any case. */
export type NamedQuery = { report: 'named'; text: string }
/** At most 50, whose identity is exactly the text first. */
export type NamedAnswer = {
  people: { person: number; name: string; identities: string[] }[]
  /** There are more. */
  more: boolean
}

const most = 50

export function named({ persons, ...source }: Source, { text }: NamedQuery): NamedAnswer {
  const exact = persons.find(text)
  const found = persons.search(text, most * 4)
  const people = new Map<number, NamedAnswer['people'][number]>()
  for (const number of exact ? [exact, ...found] : found) {
    const members = membersOf({ ...source, persons }, number)
    const [person = number] = members
    if (people.has(person)) continue
    if (people.size === most) return { people: [...people.values()], more: true }
    const identities = persons.identities(members)
    people.set(person, { person, name: nameOf(identities), identities })
  }
  return { people: [...people.values()], more: found.length === most * 4 }
}

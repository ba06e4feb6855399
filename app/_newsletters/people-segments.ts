import { sharedOnce } from '@/_platform/shared'

/** People of the operator's own site that somebody put together in a report. */
export type PeopleSegment = { id: string; name: string }

/** Where segments of people come from. The reports bring it at start; until then there are none to choose. */
export type PeopleSegments = {
  list(): Promise<PeopleSegment[]>
  /** Every identity that the people of a segment go by. Readers are found in it by their address, in lower case. */
  identities(id: string): Promise<ReadonlySet<string>>
}

const none: PeopleSegments = { list: async () => [], identities: async () => new Set() }

export const peopleSegments = (): PeopleSegments => sharedOnce('people segments', () => none)

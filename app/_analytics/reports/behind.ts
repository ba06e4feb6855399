import { attributionPeople } from './attribution/attribution'
import { funnelPeople } from './funnel/funnel'
import type { BehindAnswer, BehindQuery } from './queries'
import type { Source } from './source'

/** The people behind a figure, by their numbers. */
export function behind(source: Source, query: BehindQuery): BehindAnswer {
  const people = peopleOf(source, query).sort((a, b) => a - b)
  return { total: people.length, people: people.slice(query.skip, query.skip + query.most) }
}

function peopleOf(source: Source, { of, cell, segment }: BehindQuery): number[] {
  switch (of.report) {
    case 'attribution':
      return attributionPeople(source, of, cell, segment)
    case 'funnel':
      return funnelPeople(source, of, cell, segment)
  }
}

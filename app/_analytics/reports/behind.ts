import { abPeople } from './ab/ab'
import { attributionPeople } from './attribution/attribution'
import { cohortPeople } from './cohort/cohort'
import { funnelPeople } from './funnel/funnel'
import { hitsPeople } from './hits/hits'
import { membersOf, nameOf } from './members'
import { metricsPeople } from './metrics/metrics'
import { overviewBehind } from './overview/defined'
import { pathPeople } from './path/path'
import { peoplePeople } from './people/people'
import { populationPeople } from './population/population'
import type { BehindAnswer, BehindQuery } from './queries'
import { revenuePeople } from './revenue/revenue'
import type { Source } from './source'

/** The people behind a figure, by what they are called. */
export function behind(source: Source, query: BehindQuery): BehindAnswer {
  const people = peopleOf(source, query).sort((a, b) => a - b)
  const shown = people.slice(query.skip, query.skip + query.most)
  return {
    total: people.length,
    people: shown.map(person => {
      return { person, name: nameOf(source.persons.identities(membersOf(source, person))) }
    }),
  }
}

function peopleOf(source: Source, { of, cell, segment }: BehindQuery): number[] {
  switch (of.report) {
    case 'people':
      return peoplePeople(source, of)
    case 'population':
      return populationPeople(source, of, cell)
    case 'path':
      return pathPeople(source, of, cell, segment)
    case 'overview':
      return overviewBehind(source, of, cell, segment)
    case 'hits':
      return hitsPeople(source, of)
    case 'attribution':
      return attributionPeople(source, of, cell, segment)
    case 'funnel':
      return funnelPeople(source, of, cell, segment)
    case 'cohort':
      return cohortPeople(source, of, cell, segment)
    case 'metrics':
      return metricsPeople(source, of, cell, segment)
    case 'revenue':
      return revenuePeople(source, of, cell, segment)
    case 'ab':
      return abPeople(source, of, cell, segment)
  }
}

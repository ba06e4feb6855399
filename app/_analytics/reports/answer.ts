import { ab } from './ab/ab'
import { arrivals, hours } from './arrivals'
import { attribution } from './attribution/attribution'
import { behind } from './behind'
import { cohort } from './cohort/cohort'
import { events } from './events'
import { funnel } from './funnel/funnel'
import { hit, hits } from './hits/hits'
import { live } from './live'
import { metric } from './metric'
import { metrics } from './metrics/metrics'
import { overviewEventsReport, overviewReport } from './overview/defined'
import { path } from './path/path'
import { people } from './people/people'
import { named } from './person/named'
import { person } from './person/person'
import { population } from './population/population'
import { properties } from './properties'
import type { Answer, Query } from './queries'
import { reading } from './reading'
import { revenue } from './revenue/revenue'
import type { Source } from './source'

/**
 * Answers any report.
 * @throws AppError 'invalid' for a question that makes no sense
 */
export function answer<Q extends Query>(source: Source, query: Q): Answer<Q> {
  return answerAny(source, query) as Answer<Q>
}

function answerAny(source: Source, query: Query): Answer<Query> {
  switch (query.report) {
    case 'metric':
      return metric(source, query)
    case 'live':
      return live(source, query)
    case 'events':
      return events(source, query)
    case 'arrivals':
      return arrivals(source, query)
    case 'hours':
      return hours(source, query)
    case 'person':
      return person(source, query)
    case 'named':
      return named(source, query)
    case 'funnel':
      return funnel(source, query)
    case 'attribution':
      return attribution(source, query)
    case 'cohort':
      return cohort(source, query)
    case 'people':
      return people(source, query)
    case 'population':
      return population(source, query)
    case 'path':
      return path(source, query)
    case 'overview':
      return overviewReport(source, query)
    case 'overview-events':
      return overviewEventsReport(source, query)
    case 'metrics':
      return metrics(source, query)
    case 'revenue':
      return revenue(source, query)
    case 'ab':
      return ab(source, query)
    case 'hits':
      return hits(source, query)
    case 'hit':
      return hit(source, query)
    case 'behind':
      return behind(source, query)
    case 'reading':
      return reading(source, query)
    case 'properties':
      return properties(source, query)
  }
}

import { abKind } from './ab/ab-query'
import { attributionKind } from './attribution/attribution-query'
import { cohortKind } from './cohort/cohort-query'
import { funnelKind } from './funnel/funnel-query'
import { hitsKind } from './hits/hits-query'
import type { Kind } from './kind'
import { metricsKind } from './metrics/metrics-query'
import { overviewKind } from './overview/overview-query'
import { pathKind } from './path/path-query'
import { peopleKind } from './people/people-query'
import { populationKind } from './population/population-query'
import { revenueKind } from './revenue/revenue-query'

/** The reports that are defined by an address, by the name that stands in it. */
export const kinds = {
  hits: hitsKind,
  overview: overviewKind,
  funnel: funnelKind,
  cohort: cohortKind,
  metrics: metricsKind,
  revenue: revenueKind,
  ab: abKind,
  attribution: attributionKind,
  people: peopleKind,
  population: populationKind,
  path: pathKind,
} as const

export type KindName = keyof typeof kinds
export type DefinitionOf<N extends KindName> = ReturnType<(typeof kinds)[N]['schema']['parse']>
export type AnswerOf<N extends KindName> = Parameters<(typeof kinds)[N]['tables']>[0]

export const isKind = (name: string): name is KindName => Object.hasOwn(kinds, name)

/** A report by its name. */
export const kindOf = <N extends KindName>(name: N): Kind<DefinitionOf<N>, AnswerOf<N>> =>
  kinds[name] as unknown as Kind<DefinitionOf<N>, AnswerOf<N>>

import { z } from 'zod'
import { isDay } from '../calendar'
import { picked, propertyName } from '../definition/condition'
import { sharedParts } from '../definition/shared-parts'
import type { Kind } from '../kind'
import { pathThrough } from '../start'

const blank = (value: unknown) => (value === '' ? undefined : value)
const number = (least: number, most: number, fallback: number) =>
  z.preprocess(blank, z.coerce.number({ error: 'Give a number.' }).min(least).max(most).default(fallback))

export const abDefinition = sharedParts.omit({ compare: true, segment: true }).extend({
  /** The property that holds the variation. */
  property: propertyName,
  goal: picked,
  /** The variation that the others are measured against; the largest, or one called original or control. */
  baseline: z.preprocess(blank, z.string().max(512).optional()),
  /** What must not get worse. */
  guards: z.array(picked).max(3).default([]),
  /** The smallest relative change worth knowing of, in percent: it decides how many people are needed. */
  effect: number(1, 500, 20),
  /** The conversion rate that is expected of the baseline, in percent: stated before, not read off the test. */
  expected: number(0.1, 99, 5),
  /** The day until which the test runs; no verdict is given before. */
  until: z.preprocess(
    blank,
    z.string().refine(isDay, 'Give the day as year-month-day, like 2026-03-01.').optional(),
  ),
})
export type AbDefinition = z.infer<typeof abDefinition>

export type AbVariation = {
  name: string
  people: number
  conversions: number
  rate: number | null
  /** 95 % credible interval of the rate. */
  between: [number, number] | null
  /** Relative improvement over the baseline, and its 95 % interval; absent for the baseline and before the verdict. */
  improvement?: number | null
  improvementBetween?: [number, number] | null
  /** Probability, 0 to 1, that the true rate is above the baseline's. */
  certainty?: number | null
  /** The same for each guardrail. */
  guards: { event: string; people: number; rate: number | null; certainty?: number | null }[]
}

export type AbAnswer = {
  variations: AbVariation[]
  baseline: string
  /** People a variation, from what was stated before. */
  needed: number
  /** Nothing is compared before everything that was stated before has come. */
  verdict:
    | { kind: 'waiting'; people: number; until?: string }
    | { kind: 'winner'; name: string }
    | { kind: 'loser'; name: string }
    | { kind: 'none' }
    | { kind: 'unsound' }
  /** Probability that shares so unequal come about by chance, 0 to 1. */
  shares: number
  /** People who saw more than one variation: they are left out. */
  crossed: number
  /** How sure a variation must be. */
  threshold: number
}

export const abKind: Kind<AbDefinition, AbAnswer> = {
  title: 'A/B test',
  about:
    'Which variation brings more people to a goal, how sure that is, and whether the test can be trusted.',
  schema: abDefinition,
  start: events => ({
    property: events.includes('purchased') ? 'checkout' : 'pricing page',
    goal: { event: events.includes('signed up') ? 'signed up' : pathThrough(events).at(-1) },
  }),
  tables: ({ variations }) => [
    {
      name: 'Variations',
      head: ['variation', 'people', 'conversions', 'rate', 'improvement', 'certainty'],
      rows: variations.map(one => [
        one.name,
        one.people,
        one.conversions,
        one.rate,
        one.improvement ?? null,
        one.certainty ?? null,
      ]),
    },
  ],
}

import { z } from 'zod'
import { isDay, type Preset, presets, type Range } from '../calendar'
import { condition, eventName } from './condition'

const day = z.string().refine(isDay, 'Give a day as year-month-day, like 2026-03-01.')

export type ConditionRange = Range | { range: 'any' | Preset }

/** Any time, days that move with today, or two days that stand. */
export const conditionRange = z
  .object({
    range: z.enum(['any', ...(Object.keys(presets) as Preset[])]).default('any'),
    from: day.optional(),
    to: day.optional(),
  })
  .transform(({ range, from, to }): ConditionRange => (from && to ? { from, to } : { range }))

const did = z.object({
  kind: z.enum(['did', 'did-not']),
  event: eventName,
  where: z.array(condition).max(5).default([]),
  /** Compares how often with `times`. */
  count: z.enum(['least', 'most', 'exactly']).default('least'),
  times: z.coerce.number().int().min(0).max(1000).default(1),
  within: conditionRange.prefault({}),
})

const has = condition.safeExtend({
  kind: z.enum(['has', 'has-not']),
  within: conditionRange.prefault({}),
})

/**
 * People by what they did and what properties they ever had, joined by all, any, or all in order; groups nest
 * (kissmetrics.md, 4.8). "In order" holds for the events of one list, of which each comes at or after the one before.
 */
export type PeopleFilter = { match: 'all' | 'any' | 'order'; conditions: PeopleCondition[] }
export type PeopleCondition = Did | Has | ({ kind: 'group' } & PeopleFilter)
export type Did = z.infer<typeof did>
export type Has = z.infer<typeof has>

const match = z.enum(['all', 'any', 'order']).default('all')
const group = z.object({
  kind: z.literal('group'),
  match,
  get conditions(): z.ZodType<PeopleCondition[]> {
    return z.array(peopleCondition).min(1, 'A group holds at least one condition.').max(20)
  },
})
const peopleCondition: z.ZodType<PeopleCondition> = z.union([group, did, has])

export const peopleFilter: z.ZodType<PeopleFilter> = z.object({
  match,
  conditions: z.array(peopleCondition).max(20).default([]),
})

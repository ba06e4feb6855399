import { z } from 'zod'
import { peopleFilter } from './people-filter'
import { segment } from './segment'

/** A ticked box of a form. */
export const flag = z.preprocess(value => value === '1' || value === true, z.boolean())

const unlessBlank = (value: unknown) =>
  value && typeof value === 'object' && 'property' in value && value.property ? value : undefined

/** What every report's definition may say beside its own parts and its range. */
export const sharedParts = z.object({
  /** Also as many days before. */
  compare: flag,
  /** Only these people. */
  people: peopleFilter.optional(),
  /** Only the people of a saved search, by its id. */
  saved: z.string().max(64).optional(),
  segment: z.preprocess(unlessBlank, segment.optional()),
})

export type SharedParts = z.infer<typeof sharedParts>

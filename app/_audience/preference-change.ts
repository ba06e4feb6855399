import { z } from 'zod'
import { topicNames } from './topics'

export const frequencies = { each: 'Each message', weekly: 'Once a week', monthly: 'Once a month' } as const

export type Frequency = keyof typeof frequencies

const zones = new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])

/** What the settings page can ask for, as its forms send it. */
export const changeSchema = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('save'),
    topics: z.array(z.enum(topicNames)),
    frequency: z.enum(['each', 'weekly', 'monthly']),
    measured: z.boolean(),
    /** An IANA zone; empty for none told. */
    zone: z
      .string()
      .refine(name => name === '' || zones.has(name))
      .optional(),
  }),
  z.object({ act: z.literal('pause'), days: z.union([z.literal(30), z.literal(90)]) }),
  z.object({ act: z.literal('resume') }),
  z.object({ act: z.literal('restart') }),
  z.object({ act: z.literal('stop') }),
  z.object({ act: z.literal('erase') }),
])

export type Change = z.infer<typeof changeSchema>

import { z } from 'zod'
import { sharedParts } from '../definition/shared-parts'
import type { Ask, Kind } from '../kind'

export const steps = { day: 1, week: 7, month: 30 } as const
export type Step = keyof typeof steps

export const populationDefinition = sharedParts.extend({
  every: z.enum(Object.keys(steps) as [Step, ...Step[]]).default('week'),
})
export type PopulationDefinition = z.infer<typeof populationDefinition>
export type PopulationAsk = Ask<'population', PopulationDefinition>

/** Who belonged when a day (UTC) ended, and who came and went since the point before. */
export type PopulationPoint = { day: string; size: number; entered: number; left: number }
export type PopulationAnswer = { points: PopulationPoint[] }

export const populationKind: Kind<PopulationDefinition, PopulationAnswer> = {
  title: 'Population',
  about: 'How many people belong to a group over time, and how many enter and leave it.',
  schema: populationDefinition,
  start: events => ({
    people: {
      match: 'all',
      conditions: [
        {
          kind: 'did',
          event: events.includes('visited site') ? 'visited site' : events[0],
          times: 2,
          within: { range: '30' },
        },
      ],
    },
  }),
  tables: ({ points }) => [
    {
      name: 'Population',
      head: ['day', 'people', 'entered', 'left'],
      rows: points.map(({ day, size, entered, left }) => [day, size, entered, left]),
    },
  ],
}

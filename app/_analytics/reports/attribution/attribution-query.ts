import { z } from 'zod'
import { condition, eventName } from '../definition/condition'
import { flag, sharedParts } from '../definition/shared-parts'
import type { Ask, Kind } from '../kind'

/** How a conversion is divided among the visits that led to it. */
export const models = {
  first: 'First',
  last: 'Last',
  linear: 'Linear',
  position: 'Position',
  decay: 'Time decay',
} as const
export type Model = keyof typeof models
export const modelNames = Object.keys(models) as Model[]

/** What of a visit gets the credit. */
export const touches = {
  channel: 'Channel',
  source: 'Channel and source',
  campaign: 'Campaign',
  referrer: 'Referrer',
  entry: 'Entry page',
} as const
export type Touch = keyof typeof touches

const whole = (fallback: number, most: number) =>
  z.preprocess(
    value => (value === '' ? undefined : value),
    z.coerce
      .number({ error: 'Give a number.' })
      .int('Give a whole number.')
      .min(1, 'Give 1 or more.')
      .max(most, `Give ${most} at most.`)
      .default(fallback),
  )

export const attributionDefinition = sharedParts.extend({
  event: eventName,
  where: z.array(condition).max(5).default([]),
  by: z.enum(Object.keys(touches) as [Touch, ...Touch[]]).default('channel'),
  /** Days before a conversion in which a visit can have led to it. */
  lookback: whole(30, 365),
  /** Days after which a visit's weight is half, for time decay. */
  halfLife: whole(7, 365),
  /** A numeric property of the conversion that is divided, too. */
  value: z.preprocess(value => value || undefined, z.string().trim().toLowerCase().max(255).optional()),
  /** Only a person's first conversion in the range. */
  once: flag,
})
export type AttributionDefinition = z.infer<typeof attributionDefinition>
export type AttributionAsk = Ask<'attribution', AttributionDefinition>

export type Credit = { conversions: number; value: number }

export type AttributionAnswer = {
  /** `credit` by model; `people`: with a visit of this kind that led to a conversion. Most linear credit first. */
  rows: { name: string; people: number; credit: Record<Model, Credit> }[]
  total: { conversions: number; people: number; value: number }
  /** Visits before each conversion: half had fewer. */
  touches: number | null
}

const conversions = ['purchased', 'signed up', 'billed', 'started trial']

export const attributionKind: Kind<AttributionDefinition, AttributionAnswer> = {
  title: 'Attribution',
  about: 'Which channels, sources and campaigns led to a conversion, by five ways to divide the credit.',
  schema: attributionDefinition,
  start: events => ({ event: conversions.find(one => events.includes(one)) ?? events[0] }),
  tables: ({ rows, total }, { by, value }) => {
    const table = (name: string, of: 'conversions' | 'value', sum: number) => ({
      name,
      head: [touches[by].toLowerCase(), 'people', ...modelNames.map(model => models[model].toLowerCase())],
      rows: [
        ...rows.map(row => [
          row.name,
          row.people,
          ...modelNames.map(model => rounded(row.credit[model][of])),
        ]),
        ['total', total.people, ...modelNames.map(() => rounded(sum))],
      ],
    })
    return [
      table('Conversions', 'conversions', total.conversions),
      ...(value ? [table(`Sum of ${value}`, 'value', total.value)] : []),
    ]
  },
}

/** Credit to a hundredth: parts of one are never exact. */
export const rounded = (credit: number): number => Math.round(credit * 100) / 100

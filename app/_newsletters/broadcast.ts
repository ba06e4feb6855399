import { z } from 'zod'
import { topicNames } from '@/_audience/topics'

export const states = ['draft', 'scheduled', 'sending', 'paused', 'cancelled', 'sent'] as const

export type BroadcastState = (typeof states)[number]

/** What a broadcast says and to whom, as its form sends it. */
export const draftSchema = z.object({
  topic: z.enum(topicNames),
  subject: z.string().trim().min(3, 'Write a subject of three letters or more.').max(150),
  subjectB: z.string().trim().max(150),
  preheader: z.string().trim().max(200),
  source: z.string().trim().min(1, 'Write the message.').max(100_000),
  segment: z.string().max(200),
  listed: z.boolean(),
})

export type Draft = z.infer<typeof draftSchema>

const zones = new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])

export const isZone = (name: string): boolean => zones.has(name)

/** When and how fast a broadcast goes out, as its form sends it. */
export const planSchema = z
  .object({
    /** Empty for at once. */
    localTime: z.union([z.literal(''), z.iso.datetime({ local: true, precision: -1 })], {
      error: 'Write a day and a time.',
    }),
    zone: z.string().refine(isZone, 'Choose a time zone.'),
    inReaderZone: z.boolean(),
    perHour: z.coerce.number().int().min(0).max(1_000_000),
    testPercent: z.coerce.number().int().min(0).max(100),
    testHours: z.coerce.number().int().min(1).max(72),
  })
  .refine(plan => plan.localTime !== '' || !plan.inReaderZone, {
    path: ['localTime'],
    message: 'Write the time that is meant in each reader’s zone.',
  })

export type Plan = z.infer<typeof planSchema>

/** The batches of the outbox that hold a broadcast's messages: who gets it first, and who waits for the test. */
export const batchesOf = (id: string) => ({ first: id, rest: `${id}:rest` })

/** Which batches may be sent: the rest of a test only when its winner is known. */
export const batchStates = (broadcast: { state: string; winner: string }) => {
  const running = broadcast.state === 'sending' ? 'open' : broadcast.state === 'paused' ? 'held' : 'over'
  return { first: running, rest: running === 'open' && !broadcast.winner ? 'held' : running } as const
}

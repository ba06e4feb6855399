import { createHash } from 'node:crypto'
import { hour } from '@/_platform/clock'
import { instantIn } from '@/_webinars/zoned'
import { batchesOf } from './broadcast'

type Planned = {
  id: string
  localTime: string
  zone: string
  inReaderZone: boolean
  subjectB: string
  testPercent: number
  testHours: number
}

/** The clocks of the world run from UTC+14 to UTC-12. */
const firstMorning = 14 * hour

/** When the first message may go out, Unix ms. */
export function startOf(plan: Omit<Planned, 'id'>, now: number): number {
  if (!plan.localTime) return now
  if (plan.inReaderZone) return Math.max(now, Date.parse(`${plan.localTime}Z`) - firstMorning)
  return Math.max(now, instantIn(plan.zone, plan.localTime))
}

/**
 * Where one reader stands in a broadcast: in which batch, with which subject, from when on. Drawn from the two ids,
 * so that it is the same after a restart, and even over readers.
 * @param now Unix ms
 */
export function placeOf(plan: Planned, reader: { id: string; zone: string | null }, now: number) {
  const { first, rest } = batchesOf(plan.id)
  const zone = plan.inReaderZone ? (reader.zone ?? plan.zone) : plan.zone
  const at = plan.localTime ? Math.max(now, instantIn(zone, plan.localTime)) : now
  if (!plan.subjectB) return { batch: first, variant: '', sendAt: at }
  const lot = createHash('sha256').update(`${plan.id} ${reader.id}`).digest().readUInt32BE() / 2 ** 32
  const tested = plan.testPercent / 100
  if (lot >= tested) return { batch: rest, variant: '', sendAt: at + plan.testHours * hour }
  return { batch: first, variant: lot < tested / 2 ? 'a' : 'b', sendAt: at }
}

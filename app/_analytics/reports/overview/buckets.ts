import { hour, minute } from '@/_platform/clock'
import type { Range } from '../calendar'
import { zoneDays } from '../zone-days'

/** Clocks of all zones stand at whole quarters of an hour from each other. */
const quarter = 15 * minute
/** Days up to which a range is shown by hours. */
const hourly = 2

/** The stretches of a range that its chart has a point for, and which of them a moment falls into. */
export type Buckets = { names: string[]; span: { from: number; to: number }; of(at: number): number }

/**
 * Days of the zone; hours where there are few days.
 * @throws AppError 'invalid' as `zoneDays`
 */
export function bucketsOf({ from, to }: Range, zone: string): Buckets {
  const days = zoneDays(zone, from, to)
  const span = { from: days[0]!.start, to: days.at(-1)!.end }
  const names: string[] = []
  const slots = new Uint32Array(Math.ceil((span.to - span.from) / quarter))
  for (const { day, start, end } of days) {
    if (days.length > hourly) names.push(day)
    for (let at = start; at < end; at += quarter) {
      const passed = Math.floor((at - start) / hour)
      if (days.length <= hourly && (at - start) % hour === 0)
        names.push(`${day}T${String(passed).padStart(2, '0')}`)
      slots[Math.floor((at - span.from) / quarter)] = names.length - 1
    }
  }
  return { names, span, of: at => slots[Math.floor((at * 1000 - span.from) / quarter)] as number }
}

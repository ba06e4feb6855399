import { growingF64, growingU32 } from '../../store/growing'
import { amountsOf } from '../kernels/amounts'
import { ever } from '../kernels/attribution'
import { PersonDays, type Span } from '../kernels/person-days'
import type { Source } from '../source'
import type { MetricsDefinition } from './metrics-query'

/**
 * What a figure is made of, part by part: somebody (0 for nobody that is known), the moment that puts the part into a bucket, the moment of an
 * earlier event that must have the same segment (0 for none), what it adds to the sum, and to the count below it.
 */
export class Parts {
  readonly who = growingU32()
  readonly at = growingU32()
  readonly before = growingU32()
  readonly sum = growingF64()
  readonly of = growingF64()

  add(who: number, at: number, sum: number, of: number, before = 0): void {
    this.who.push(who)
    this.at.push(at)
    this.before.push(before)
    this.sum.push(sum)
    this.of.push(of)
  }
}

/** Takes a metric apart (kissmetrics.md, 4.1). */
export function partsOf(
  source: Source,
  definition: MetricsDefinition,
  span: Span,
  only: Uint8Array | undefined,
): Parts {
  const parts = new Parts()
  const { calculation, first, second, property = '', since } = definition
  const from = span.from / 1000
  const always = { from: ever.from, to: span.to }
  const walk = (picked: Parameters<typeof walkOf>[1], over: Span) => walkOf(source, picked, over, only)
  switch (calculation) {
    case 'times':
      // Hits without an identity happened, too (promise K4); asked among certain people, they are nobody's.
      walkOf(source, [first!], span, only, !only)((who, at) => parts.add(who, at, 1, 1))
      return parts
    case 'people':
    case 'average':
      walk([first!], span)((who, at) => parts.add(who, at, 1, 1))
      return parts
    case 'convert-again':
      walk([first!, second!], span)((who, at, picks) => parts.add(who, at, (picks >>> 1) & 1, picks & 1))
      return parts
    case 'convert-once':
      return convertOnce(source, walk([first!, second!], always), from, parts)
    case 'time-between':
      return timeBetween(source, walk([first!, second!], since === 'ever' ? always : span), from, parts)
    case 'times-before':
      return timesBefore(source, walk([first!, second!], always), from, parts)
    case 'total':
    case 'average-value': {
      const { who, at, value } = amountsOf(source, property, span, only)
      for (let i = 0; i < who.length; i++) parts.add(who[i]!, at[i]!, value[i]!, 1)
      return parts
    }
  }
}

type Rows = (each: (who: number, at: number, picks: number) => void) => void

function walkOf(
  source: Source,
  picked: ConstructorParameters<typeof PersonDays>[1],
  span: Span,
  only: Uint8Array | undefined,
  nobodyToo = false,
): Rows {
  const days = new PersonDays(source, picked, span, only, nobodyToo)
  return each =>
    days.walk((who, rows) => {
      for (let i = 0; i < rows; i++) each(who, days.at[i] as number, days.picks[i] as number)
    })
}

/** People with event 1 in the range whose first event 2 ever was not before it; converted: it came after. */
function convertOnce(source: Source, rows: Rows, from: number, parts: Parts): Parts {
  const began = new Uint32Array(source.people)
  const done = new Uint32Array(source.people)
  rows((who, at, picks) => {
    if (picks & 1 && at >= from && began[who] === 0) began[who] = at
    if (picks & 2 && done[who] === 0) done[who] = at
  })
  for (let who = 1; who < began.length; who++) {
    const start = began[who] as number
    const end = done[who] as number
    if (start === 0 || (end !== 0 && end < start)) continue
    parts.add(who, start, end === 0 ? 0 : 1, 1, end)
  }
  return parts
}

/** From the first event 1 (ever, or in the range) to the first event 2 of the range at or after it. */
function timeBetween(source: Source, rows: Rows, from: number, parts: Parts): Parts {
  const began = new Uint32Array(source.people)
  const done = new Uint8Array(source.people)
  rows((who, at, picks) => {
    const start = began[who] as number
    if (start !== 0 && picks & 2 && at >= from && done[who] === 0) {
      done[who] = 1
      parts.add(who, at, at - start, 1, start)
    } else if (start === 0 && picks & 1) began[who] = at
  })
  return parts
}

/** Of each event 2 of the range, how many events 1 came since the event 2 before it, in the range or not. */
function timesBefore(source: Source, rows: Rows, from: number, parts: Parts): Parts {
  const since = new Uint32Array(source.people)
  rows((who, at, picks) => {
    if (picks & 2) {
      if (at >= from) parts.add(who, at, since[who] as number, 1)
      since[who] = 0
    }
    if (picks & 1) since[who]! += 1
  })
  return parts
}

import { day } from '@/_platform/clock'
import { growingF64, growingU32 } from '../../store/growing'
import type { Source } from '../source'
import type { Span } from './person-days'

/** Numeric values of a property, by person, then time. A person has one value in a second. */
export type Amounts = { who: Uint32Array; at: Uint32Array; value: Float64Array }

/**
 * Every numeric value of a property that people had in a span, whichever event it came with (kissmetrics.md, 3.2):
 * texts that are no numbers are left out; of several in one second, of merged identities, the largest counts.
 * @param span UTC ms
 * @param only when given, people (canonical) whose byte is 0 are passed over
 */
export function amountsOf(source: Source, property: string, span: Span, only?: Uint8Array): Amounts {
  const canon = source.merges?.canon
  const who = growingU32()
  const at = growingU32()
  const value = growingF64()
  const [first, last] = [Math.floor(span.from / day), Math.floor((span.to - 1) / day)]
  for (const event of [...source.events(), '']) {
    for (const segment of source.segments(event, first, last)) {
      const column = segment.column(property)
      if (!column) continue
      const { person, time } = segment
      const known = new Map<number, number>()
      const [low, high] = [span.from - segment.day * day, span.to - segment.day * day]
      for (let row = 0; row < person.length; row++) {
        let amount: number
        if (column.numbers) amount = column.numbers[row] as number
        else {
          const code = column.codes[row] as number
          if (code === 0) continue
          let found = known.get(code)
          if (found === undefined) {
            found = numberOf(column.text(code))
            known.set(code, found)
          }
          amount = found
        }
        const ms = time[row] as number
        if (Number.isNaN(amount) || ms < low || ms >= high) continue
        const number = person[row] as number
        const one = canon ? (canon[number] as number) : number
        if (one === 0 || (only && only[one] !== 1)) continue
        who.push(one)
        at.push(segment.day * 86_400 + Math.floor(ms / 1000))
        value.push(amount)
      }
    }
  }
  return inOrder({ who: who.values, at: at.values, value: value.values }, source.people)
}

/** @returns NaN for a text that is no number */
const numberOf = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text))

function inOrder({ who, at, value }: Amounts, people: number): Amounts {
  const start = new Uint32Array(people + 1)
  for (const one of who) start[one + 1]! += 1
  for (let one = 0; one < people; one++) start[one + 1]! += start[one] as number
  const order = new Uint32Array(who.length)
  const next = start.slice()
  for (let i = 0; i < who.length; i++) order[next[who[i] as number]!++] = i
  let kept = 0
  const sorted: Amounts = {
    who: new Uint32Array(who.length),
    at: new Uint32Array(who.length),
    value: new Float64Array(who.length),
  }
  for (let one = 0; one < people; one++) {
    const [from, to] = [start[one] as number, start[one + 1] as number]
    if (from === to) continue
    const mine = order.subarray(from, to)
    if (to - from > 1) mine.sort((a, b) => at[a]! - at[b]! || value[b]! - value[a]!)
    for (let i = 0; i < mine.length; i++) {
      const row = mine[i] as number
      if (i > 0 && at[row] === at[mine[i - 1] as number]) continue
      sorted.who[kept] = one
      sorted.at[kept] = at[row] as number
      sorted.value[kept] = value[row] as number
      kept += 1
    }
  }
  return {
    who: sorted.who.subarray(0, kept),
    at: sorted.at.subarray(0, kept),
    value: sorted.value.subarray(0, kept),
  }
}

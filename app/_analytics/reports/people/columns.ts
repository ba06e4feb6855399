import { rangeOf } from '../calendar'
import { ever } from '../kernels/attribution'
import { type Now, spanOf } from '../kernels/people-where'
import type { Span } from '../kernels/person-days'
import { mergeByPerson } from '../kernels/person-merge'
import type { Source } from '../source'
import type { Cell, PeopleColumn } from './people-query'

const dayMs = 86_400_000

/** What a column shows of each wanted person, by canonical number. */
export type ColumnValues = (who: number) => Cell

/** @param wanted a byte a person: 1 for those who are asked about */
export function columnOf(source: Source, column: PeopleColumn, now: Now, wanted: Uint8Array): ColumnValues {
  const span = spanOfColumn(column, now)
  switch (column.kind) {
    case 'last-seen':
    case 'first-seen':
      return seen(source, column.kind === 'last-seen', span, wanted)
    case 'times':
    case 'first-time':
    case 'last-time':
      return ofEvent(source, column.kind, column.name, span, wanted)
    default:
      return ofProperty(source, column, span, wanted)
  }
}

function spanOfColumn({ within }: PeopleColumn, { zone, today }: Now): Span {
  if ('from' in within) return spanOf(within, zone)
  return within.range === 'any' ? ever : spanOf(rangeOf(within.range, today), zone)
}

const momentOf =
  (moments: Float64Array): ColumnValues =>
  who => {
    const at = moments[who] as number
    return Number.isNaN(at) ? null : at
  }

function seen(source: Source, last: boolean, span: Span, wanted: Uint8Array): ColumnValues {
  const moments = new Float64Array(source.people).fill(Number.NaN)
  const canon = source.merges?.canon
  for (const event of source.events())
    for (const { day, person, time } of source.segments(event, ...daysOf(span))) {
      const [low, high] = [span.from - day * dayMs, span.to - day * dayMs]
      for (let row = 0; row < person.length; row++) {
        const number = person[row] as number
        const who = canon ? (canon[number] as number) : number
        if (wanted[who] !== 1) continue
        const ms = time[row] as number
        if (ms < low || ms >= high) continue
        const at = day * 86_400 + Math.floor(ms / 1000)
        const known = moments[who] as number
        if (Number.isNaN(known) || (last ? at > known : at < known)) moments[who] = at
      }
    }
  return momentOf(moments)
}

function ofEvent(
  source: Source,
  kind: 'times' | 'first-time' | 'last-time',
  event: string,
  span: Span,
  wanted: Uint8Array,
): ColumnValues {
  const times = new Uint32Array(source.people)
  const moments = new Float64Array(source.people).fill(Number.NaN)
  mergeByPerson(source, [event], span, (who, at) => {
    if (wanted[who] !== 1) return
    times[who]! += 1
    // Events come in the order of time.
    if (kind === 'last-time' || Number.isNaN(moments[who])) moments[who] = at
  })
  return kind === 'times' ? who => times[who] as number : momentOf(moments)
}

/** Of several values in one second, which only merged identities have, the alphabetically first counts. */
function ofProperty(
  source: Source,
  { kind, name }: PeopleColumn,
  span: Span,
  wanted: Uint8Array,
): ColumnValues {
  const last = kind.startsWith('last')
  const moments = new Float64Array(source.people).fill(Number.NaN)
  const values = new Map<number, string>()
  const canon = source.merges?.canon
  for (const event of [...source.events(), ''])
    for (const segment of source.segments(event, ...daysOf(span))) {
      const { day, person, time } = segment
      const [low, high] = [span.from - day * dayMs, span.to - day * dayMs]
      let column: ReturnType<typeof segment.column> | null = null
      for (let row = 0; row < person.length; row++) {
        const number = person[row] as number
        const who = canon ? (canon[number] as number) : number
        if (wanted[who] !== 1) continue
        if (column === null) column = segment.column(name)
        if (!column) break
        const ms = time[row] as number
        if (ms < low || ms >= high) continue
        const at = day * 86_400 + Math.floor(ms / 1000)
        const known = moments[who] as number
        if (last ? at < known : at > known) continue
        const value = column.numbers
          ? Number.isNaN(column.numbers[row])
            ? undefined
            : String(column.numbers[row])
          : column.codes[row] === 0
            ? undefined
            : column.text(column.codes[row] as number)
        if (value === undefined || (at === known && value >= (values.get(who) as string))) continue
        moments[who] = at
        values.set(who, value)
      }
    }
  return kind.endsWith('set') ? momentOf(moments) : who => values.get(who) ?? null
}

const daysOf = ({ from, to }: Span): [number, number] => [
  Math.floor(from / dayMs),
  Math.floor((to - 1) / dayMs),
]

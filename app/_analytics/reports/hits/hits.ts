import { textAt } from '../../store/columns'
import { byDay } from '../by-day'
import { peopleWhere, spanOf } from '../kernels/people-where'
import { rowsWhere } from '../kernels/where'
import { membersOf, nameOf } from '../members'
import type { Segment, Source } from '../source'
import type { HitAnswer, HitQuery, HitRow, HitsAnswer, HitsAsk } from './hits-query'
import { traceOf } from './trace'

const dayMs = 86_400_000
const pages = ['viewed url', 'url', 'link url', 'file url']
const telling = ['browser', 'country', 'channel', 'product', 'plan name', 'billing amount']

type Found = { at: number; event: string; segment: Segment; row: number; who: number }

/**
 * Single events, the newest first; days are read only as far as a page needs them.
 * @throws AppError 'invalid' for a wrong date, range or zone
 */
export function hits(source: Source, { definition, days, zone, today }: HitsAsk): HitsAnswer {
  const { event, where, page, size, people } = definition
  const span = spanOf(days, zone)
  const only = people && peopleWhere(source, people, { zone, today })
  const canon = source.merges?.canon
  const wanted = page * size + 1
  const found: Found[] = []
  const range = [Math.floor(span.from / dayMs), Math.floor((span.to - 1) / dayMs)] as const
  const named = (event === undefined ? source.events() : [event]).map(name => ({
    name,
    days: byDay(source.segments(name, ...range)),
  }))
  for (let on = range[1]; on >= range[0] && found.length < wanted; on--) {
    const ofDay: Found[] = []
    for (const { name, days } of named)
      for (const segment of days.get(on) ?? []) {
        const holds = rowsWhere(segment, where)
        const { person, time } = segment
        for (let row = 0; row < person.length; row++) {
          if (holds && holds[row] === 0) continue
          const at = on * dayMs + (time[row] as number)
          if (at < span.from || at >= span.to) continue
          const who = canon ? (canon[person[row] as number] as number) : (person[row] as number)
          if (!only || only[who] === 1) ofDay.push({ at, event: name, segment, row, who })
        }
      }
    ofDay.sort((a, b) => b.at - a.at || (a.event < b.event ? -1 : 1))
    found.push(...ofDay.slice(0, wanted))
  }
  return {
    rows: found.slice((page - 1) * size, page * size).map(one => rowOf(source, one)),
    more: found.length > page * size,
  }
}

/** Who did what is shown, each once. */
export function hitsPeople(source: Source, ask: HitsAsk): number[] {
  const { rows } = hits(source, { ...ask, definition: { ...ask.definition, page: 1, size: 1000 } })
  return [...new Set(rows.map(({ person }) => person))].filter(Boolean)
}

function rowOf(source: Source, { at, event, segment, row, who }: Found): HitRow {
  const text = (property: string) => {
    const column = segment.column(property)
    return column ? textAt(column, row) : undefined
  }
  const page = pages.map(text).find(Boolean) ?? ''
  const told = telling.flatMap(property => text(property) ?? []).join(', ')
  const name = who === 0 ? '' : nameOf(source.persons.identities(membersOf(source, who)))
  return { at, event, person: who, name, page, told }
}

const most = 20_000

/** The raw hits of a person's second, repeats included, and what was done with each. */
export function hit(source: Source, { person, at, event }: HitQuery): HitAnswer {
  const all = source.persons.hits(membersOf(source, person), most).hits.filter(({ _t }) => _t === at)
  const own = all.filter(({ _n }) => (_n ?? '') === event)
  return {
    hits: own.map(hit => ({
      hit,
      trace: traceOf(hit, own.filter(other => other._p === hit._p).length),
    })),
  }
}

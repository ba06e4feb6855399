import { day, minute } from '@/_platform/clock'
import { type Column, textAt } from '../store/columns'
import type { LiveAnswer, LiveQuery } from './queries'
import type { Segment, Source } from './source'

const minutes = 30
const topSize = 10
const recentSize = 50
/** The property that holds a page's address (kissmetrics.md 2.6), the second where the first is missing. */
const pageProperties = ['viewed url', 'url']

type Row = { event: string; segment: Segment; row: number; at: number; person: number }

/** The 30 minutes before `now`, by event time: what happens on the site at this moment. */
export function live(source: Source, { now, hidden = [] }: LiveQuery): LiveAnswer {
  const shown = source.events().filter(event => !hidden.includes(event))
  const rows = shown.flatMap(event => rowsOf(source, event, now))
  const cells = new Cells()
  const perMinute = Array.from({ length: minutes }, () => ({ events: 0, people: new Set<number>() }))
  const everyone = new Set<number>()
  const top = { events: new Tally(), pages: new Tally(), referrers: new Tally() }
  for (const { event, segment, row, at, person } of rows) {
    const entry = perMinute[minutes - 1 - Math.floor((now - at) / minute)]
    if (entry) entry.events += 1
    if (person !== 0) {
      entry?.people.add(person)
      everyone.add(person)
    }
    top.events.add(event)
    if (event === 'page view') top.pages.add(pageOf(cells.text(segment, 'viewed url', row)))
    if (event === 'visited site') top.referrers.add(hostOf(cells.text(segment, 'referrer', row)))
  }
  const recent = rows.sort(newestFirst).slice(0, recentSize)
  return {
    people: everyone.size,
    events: rows.length,
    minutes: perMinute.map((entry, i) => ({
      minute: now - (minutes - i) * minute,
      events: entry.events,
      people: entry.people.size,
    })),
    top: { events: top.events.most(), pages: top.pages.most(), referrers: top.referrers.most() },
    recent: recent.map(({ event, segment, row, at, person }) => {
      const page = pageProperties.map(name => cells.text(segment, name, row)).find(Boolean)
      return { at, event, person, ...(page && { page }) }
    }),
  }
}

/** What happened in the same moment stands by name: the order in which names were first met is no order. */
const newestFirst = (a: Row, b: Row): number =>
  b.at - a.at || (a.event === b.event ? a.person - b.person : a.event < b.event ? -1 : 1)

/** The event's rows of the window; what merged identities repeat in the same second is there once. */
function rowsOf(source: Source, event: string, now: number): Row[] {
  const canon = source.merges?.canon
  const from = now - minutes * minute
  const rows: Row[] = []
  const seen = new Set<string>()
  for (const segment of source.segments(event, Math.floor(from / day), Math.floor(now / day))) {
    const { time, person } = segment
    const start = segment.day * day
    for (let row = 0; row < time.length; row++) {
      const at = start + (time[row] as number)
      if (at <= from || at > now) continue
      const number = person[row] as number
      const who = canon ? (canon[number] as number) : number
      if (canon && who !== 0) {
        const key = `${who} ${Math.floor(at / 1000)}`
        if (seen.has(key)) continue
        seen.add(key)
      }
      rows.push({ event, segment, row, at, person: who })
    }
  }
  return rows
}

/** Values of single rows; a segment's column is read once. */
class Cells {
  private readonly columns = new Map<Segment, Map<string, Column | undefined>>()

  text(segment: Segment, property: string, row: number): string | undefined {
    let known = this.columns.get(segment)
    if (!known) {
      known = new Map()
      this.columns.set(segment, known)
    }
    if (!known.has(property)) known.set(property, segment.column(property))
    const column = known.get(property)
    return column && textAt(column, row)
  }
}

class Tally {
  private readonly counts = new Map<string, number>()

  add(name: string | undefined): void {
    if (name) this.counts.set(name, (this.counts.get(name) ?? 0) + 1)
  }

  most(): [string, number][] {
    const sorted = [...this.counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    return sorted.slice(0, topSize)
  }
}

const pageOf = (url: string | undefined) => url?.split(/[?#]/, 1)[0]

/** The host of a referrer without `www.`; what is no address (such as "Direct") stays as it is. */
const hostOf = (referrer: string | undefined) =>
  referrer?.replace(/^[a-z]+:\/\/(?:www\.)?([^/:?#]*).*$/i, '$1')

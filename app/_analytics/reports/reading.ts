import { day, minute } from '@/_platform/clock'
import { type Column, textAt } from '../store/columns'
import { hostOf, pathOf } from './overview/dimensions'
import type { ReadingAnswer, ReadingQuery, ReadingRow } from './queries'
import type { Source } from './source'

/** Page views of one person this close to each other belong to one visit. */
const together = 30 * minute
/** A trial that begins within so long after reading counts for what was read. */
const trialWithin = 7 * day
const topSize = 5

type Row = { at: number; person: number; values: (string | undefined)[] }

/** The rows of an event of some UTC days, in the order of person and time, with the values of some properties. */
function rowsOf(source: Source, event: string, [from, to]: [number, number], properties: string[]): Row[] {
  const canon = source.merges?.canon
  const rows: Row[] = []
  for (const segment of source.segments(event, from, to)) {
    const columns: (Column | undefined)[] = properties.map(name => segment.column(name))
    const start = segment.day * day
    for (let row = 0; row < segment.rows; row++) {
      const number = segment.person[row] as number
      const person = canon && number !== 0 ? (canon[number] as number) : number
      const values = columns.map(column => column && textAt(column, row))
      rows.push({ at: start + (segment.time[row] as number), person, values })
    }
  }
  return rows.sort((a, b) => a.person - b.person || a.at - b.at)
}

class Page {
  views = 0
  readonly readers = new Map<number, number>()
  readonly from = new Map<string, number>()
  readonly next = new Map<string, number>()
  seconds = 0
  depth = 0
  engagements = 0
  trials = 0
}

const count = (tally: Map<string, number>, name: string) => tally.set(name, (tally.get(name) ?? 0) + 1)
const most = (tally: Map<string, number>) => [...tally].sort((a, b) => b[1] - a[1]).slice(0, topSize)

/**
 * How the pages under a path are read: by how many people, where from, for how long and how far, where they went
 * next, and who began a trial within seven days. Whoever keeps no cookie counts as views alone. Days are UTC.
 */
export function reading(source: Source, query: ReadingQuery): ReadingAnswer {
  const days: [number, number] = [Date.parse(query.from) / day, Date.parse(query.to) / day]
  const views = rowsOf(source, 'page view', days, ['viewed url', 'referrer'])
  const arrivals = new Map<string, string>()
  for (const { person, at, values } of rowsOf(source, 'visited site', days, ['referrer']))
    arrivals.set(`${person} ${Math.floor(at / 1000)}`, hostOf(values[0] ?? '') || 'Direct')
  const pages = new Map<string, Page>()
  const shown = (url: string | undefined) => {
    const path = pathOf(url ?? '')
    return path.startsWith(query.under) ? path : undefined
  }
  const pageOf = (path: string) => {
    const page = pages.get(path) ?? new Page()
    pages.set(path, page)
    return page
  }
  for (const [nth, view] of views.entries()) {
    const path = shown(view.values[0])
    if (!path) continue
    const page = pageOf(path)
    page.views++
    if (view.person === 0) continue
    if (!page.readers.has(view.person)) page.readers.set(view.person, view.at)
    const near = (other: Row | undefined) =>
      other && other.person === view.person && Math.abs(other.at - view.at) < together
        ? pathOf(other.values[0] ?? '')
        : undefined
    const before = near(views[nth - 1])
    const second = Math.floor(view.at / 1000)
    const arrived = [0, 1, -1].map(off => arrivals.get(`${view.person} ${second + off}`)).find(Boolean)
    count(page.from, arrived ?? before ?? (hostOf(view.values[1] ?? '') || 'Direct'))
    const after = near(views[nth + 1])
    if (after && after !== path) count(page.next, after)
  }
  for (const { values } of rowsOf(source, 'engaged', days, [
    'viewed url',
    'engaged seconds',
    'scroll depth',
  ])) {
    const path = shown(values[0])
    if (!path) continue
    const page = pageOf(path)
    page.engagements++
    page.seconds += Number(values[1] ?? 0)
    page.depth += Number(values[2] ?? 0)
  }
  const until: [number, number] = [days[0], days[1] + trialWithin / day]
  for (const { person, at } of rowsOf(source, 'started trial', until, []))
    for (const page of person === 0 ? [] : pages.values()) {
      const read = page.readers.get(person)
      if (read !== undefined && at >= read && at - read <= trialWithin) page.trials++
    }
  const pagesRead: ReadingRow[] = [...pages].map(([path, page]) => ({
    path,
    views: page.views,
    readers: page.readers.size,
    seconds: page.engagements > 0 ? Math.round(page.seconds / page.engagements) : 0,
    depth: page.engagements > 0 ? Math.round(page.depth / page.engagements) : 0,
    from: most(page.from),
    next: most(page.next),
    trials: page.trials,
  }))
  return { pages: pagesRead.sort((a, b) => b.readers - a.readers || b.views - a.views) }
}

import type { Range } from '../calendar'
import { none } from '../kernels/labels'
import { mergeByPerson } from '../kernels/person-merge'
import type { Source } from '../source'
import { breakdown, byPerson, type Ordered } from './breakdown'
import { type Buckets, bucketsOf } from './buckets'
import { type Dimension, missing } from './dimensions'
import type { Breakdown, OverviewAnswer, OverviewEvents, OverviewFilter, Totals } from './overview-query'
import { VisitTable } from './visit-table'

export type OverviewQuestion = {
  days: Range
  zone: string
  filters: readonly OverviewFilter[]
  /** Which dimensions to list, and how many rows of each. */
  show: readonly Dimension[]
  rows: number
  /** Also how the visits of each row went: bounces and seconds. */
  measured: boolean
  /** People (canonical numbers) whose byte is 0 are left out, and nobody is. */
  only?: Uint8Array | undefined
}

const shownApart = ['page view', 'visited site', 'engaged']

/**
 * Who visits a site: how many, from where, what they see (visits as VisitTable tells them apart).
 * @throws AppError 'invalid' for a wrong range or zone
 */
export function overview(source: Source, ask: OverviewQuestion): OverviewAnswer {
  const found = new Filtered(source, ask.days, ask)
  return {
    ...found.sums(),
    by: found.breakdowns(ask.show, ask.rows, ask.measured),
  }
}

/** What else the visitors did: every other event of the range, the most people first. */
export function overviewEvents(source: Source, ask: OverviewQuestion): OverviewEvents {
  return { events: new Filtered(source, ask.days, ask).events() }
}

/** The people behind the overview, or behind one row of it, in the order of their numbers. */
export function overviewPeople(source: Source, ask: OverviewQuestion, row?: OverviewFilter): number[] {
  const filters = row ? [...ask.filters, row] : ask.filters
  return new Filtered(source, ask.days, { ...ask, filters }).people()
}

/** Those of the overview who did an event in the range. */
export function overviewDoers(source: Source, ask: OverviewQuestion, event: string): number[] {
  const found = new Filtered(source, ask.days, ask)
  const did = new Uint8Array(source.people)
  mergeByPerson(source, [event], found.span, who => {
    did[who] = 1
  })
  return (ask.filters.length || ask.only ? found.people() : Array.from(did.keys())).filter(
    who => who > 0 && did[who] === 1,
  )
}

/** The visits of a range that pass the filters, and their page views. */
class Filtered {
  private readonly buckets: Buckets
  private readonly table: VisitTable
  /** Entries by person, a byte each that says whether they count. */
  private readonly visits: Ordered
  private readonly views: Ordered

  constructor(
    private readonly source: Source,
    days: Range,
    private readonly asked: Pick<OverviewQuestion, 'zone' | 'filters' | 'only'>,
  ) {
    this.buckets = bucketsOf(days, asked.zone)
    this.table = new VisitTable(source, this.buckets.span, asked.only)
    const { visits, views } = this.table
    const keep = asked.filters.length ? this.passing() : visits.keep
    const keepView = asked.filters.length
      ? views.keep.map(
          (kept, i) => kept & Number((views.visit[i] as number) !== 0 && keep[views.visit[i]! - 1] === 1),
        )
      : views.keep
    this.visits = { person: visits.person, keep, order: byPerson(visits.person, keep, source.people) }
    this.views = {
      person: views.person,
      keep: keepView,
      order: byPerson(views.person, keepView, source.people),
    }
  }

  get span(): { from: number; to: number } {
    return this.buckets.span
  }

  people(): number[] {
    const found: number[] = []
    this.eachPerson(who => found.push(who))
    return found
  }

  sums(): Pick<OverviewAnswer, 'totals' | 'buckets'> {
    const { table, visits, views } = this
    const { viewCount, engaged } = table
    const size = this.buckets.names.length
    const [of, seenBy] = [this.buckets.of, new Uint32Array(size)]
    const [visitors, visitsIn, viewsIn] = [
      new Uint32Array(size),
      new Uint32Array(size),
      new Uint32Array(size),
    ]
    const totals: Totals = { visitors: 0, visits: 0, views: 0, engagedSeconds: 0, known: 0, bounces: 0 }
    totals.visits = visits.order.length
    totals.views = views.order.length
    let last = 0
    for (let i = 0, j = 0; i < visits.order.length || j < views.order.length; ) {
      const visit = i < visits.order.length ? (visits.order[i] as number) : -1
      const view = j < views.order.length ? (views.order[j] as number) : -1
      const visitor = visit < 0 ? 0xffffffff : (visits.person[visit] as number)
      const viewer = view < 0 ? 0xffffffff : (views.person[view] as number)
      const isVisit = visitor <= viewer
      const who = isVisit ? visitor : viewer
      const bucket = of((isVisit ? table.visits.at[visit] : table.views.at[view]) as number)
      if (isVisit) {
        i += 1
        visitsIn[bucket]! += 1
        totals.engagedSeconds += engaged[visit] as number
        totals.known += Number(who !== 0)
        totals.bounces += Number(who !== 0 && (viewCount[visit] as number) <= 1)
      } else {
        j += 1
        viewsIn[bucket]! += 1
      }
      if (who === 0) continue
      totals.visitors += Number(who !== last)
      last = who
      visitors[bucket]! += Number(seenBy[bucket] !== who)
      seenBy[bucket] = who
    }
    const buckets = this.buckets.names.map((at, i) => ({
      at,
      visitors: visitors[i] as number,
      visits: visitsIn[i] as number,
      views: viewsIn[i] as number,
    }))
    if (this.asked.filters.length === 0) totals.engagedSeconds += table.engagedElsewhere
    totals.engagedSeconds = Math.round(totals.engagedSeconds)
    return { totals, buckets }
  }

  /** @param measured also how each row's visits went */
  breakdowns(show: readonly Dimension[], most: number, measured: boolean): OverviewAnswer['by'] {
    const { viewCount, engaged, visits } = this.table
    const measures = measured && {
      bounced: Uint8Array.from(viewCount, (count, i) => Number(visits.person[i] !== 0 && count <= 1)),
      seconds: engaged,
    }
    const by: OverviewAnswer['by'] = {}
    for (const dimension of show) {
      const isPage = dimension === 'page'
      const shown = isPage ? this.table.pages() : this.table.of(dimension)
      const rows = isPage
        ? breakdown(shown, this.views)
        : breakdown(shown, this.visits, measures || undefined)
      by[dimension] = listed(dimension, rows, most)
    }
    return by
  }

  /** Calls for each person once, in order; not for nobody. */
  private eachPerson(call: (who: number) => void): void {
    const seen = new Uint8Array(this.source.people)
    for (const { person, order } of [this.visits, this.views])
      for (let i = 0; i < order.length; i++) seen[person[order[i] as number] as number] = 1
    for (let who = 1; who < seen.length; who++) if (seen[who] === 1) call(who)
  }

  /** What else happened in the range, of those who are kept. */
  events(): OverviewEvents['events'] {
    const { source } = this
    const { filters, only } = this.asked
    const seen = new Uint8Array(source.people)
    this.eachPerson(who => {
      seen[who] = 1
    })
    const last = new Uint32Array(source.people)
    const found: OverviewEvents['events'] = []
    let round = 0
    for (const name of source.events()) {
      if (shownApart.includes(name)) continue
      round += 1
      let [times, people] = [0, 0]
      mergeByPerson(source, [name], this.buckets.span, who => {
        if ((filters.length || only) && seen[who] === 0) return
        times += 1
        if (last[who] === round || who === 0) return
        last[who] = round
        people += 1
      })
      if (times > 0) found.push({ name, people, times })
    }
    return found.sort((a, b) => b.people - a.people || b.times - a.times || (a.name < b.name ? -1 : 1))
  }

  private passing(): Uint8Array {
    const { visits, views } = this.table
    const keep = visits.keep.slice()
    for (const { by, is } of this.asked.filters) {
      const wanted = is === missing[by] ? '' : is
      const { labels, numbers } = by === 'page' ? this.table.pages() : this.table.of(by)
      const number = numberOf(labels.texts, wanted)
      if (by === 'page') {
        const hasSeen = new Uint8Array(keep.length)
        for (let i = 0; i < views.length; i++)
          if (numbers[i] === number && views.visit[i] !== 0 && views.keep[i] === 1)
            hasSeen[(views.visit[i] as number) - 1] = 1
        for (let i = 0; i < keep.length; i++) keep[i]! &= hasSeen[i] as number
      } else for (let i = 0; i < keep.length; i++) keep[i]! &= Number(numbers[i] === number)
    }
    return keep
  }
}

/** A number that no entry has where the text is unknown. */
const numberOf = (texts: readonly string[], wanted: string): number => {
  const number = wanted === '' ? none : texts.indexOf(wanted)
  return number < 0 ? 0xffffffff : number
}

/** The first rows of a dimension; what has no value is named, or left out where it would say nothing. */
function listed(dimension: Dimension, rows: Breakdown['rows'], most: number): Breakdown {
  const name = missing[dimension]
  const shown = rows.flatMap(row => {
    if (row.value !== '') return [row]
    return name === undefined ? [] : [{ ...row, value: name }]
  })
  return { rows: shown.slice(0, most), of: shown.length }
}

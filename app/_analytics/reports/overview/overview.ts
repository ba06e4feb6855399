import type { Range } from '../calendar'
import type { Source } from '../source'
import { breakdown, byPerson, type Measures } from './breakdown'
import { type Buckets, bucketsOf } from './buckets'
import { type Dimension, missing } from './dimensions'
import { none } from './labels'
import type { Breakdown, OverviewAnswer, OverviewFilter, Totals } from './overview-query'
import { mergeByPerson } from './person-merge'
import { VisitTable } from './visit-table'

export type OverviewAsk = {
  days: Range
  zone: string
  /** The same number of days before. */
  earlier?: Range
  filters: readonly OverviewFilter[]
  /** Which dimensions to list, and how many rows of each. */
  show: readonly Dimension[]
  rows: number
  /** People (canonical numbers) whose byte is 0 are left out, and nobody is. */
  only?: Uint8Array | undefined
}

const shownApart = ['page view', 'visited site', 'engaged']

/**
 * Who visits a site: how many, from where, what they see (visits as VisitTable tells them apart).
 * @throws AppError 'invalid' for a wrong range or zone
 */
export function overview(source: Source, ask: OverviewAsk): OverviewAnswer {
  const found = new Filtered(source, ask.days, ask)
  const before = ask.earlier && new Filtered(source, ask.earlier, ask)
  return {
    ...found.sums(),
    by: found.breakdowns(ask.show, ask.rows),
    events: found.events(),
    ...(before && { earlier: before.sums() }),
  }
}

/** The people behind the overview, or behind one row of it, in the order of their numbers. */
export function overviewPeople(source: Source, ask: OverviewAsk, row?: OverviewFilter): number[] {
  const filters = row ? [...ask.filters, row] : ask.filters
  return new Filtered(source, ask.days, { ...ask, filters }).people()
}

/** The visits of a range that pass the filters, and their page views. */
class Filtered {
  private readonly buckets: Buckets
  private readonly table: VisitTable
  /** A byte a visit, and a byte a view; undefined where all are kept. */
  private readonly keep: Uint8Array | undefined
  private readonly keepView: Uint8Array | undefined
  private readonly seen: Uint8Array
  private readonly only: Uint8Array | undefined

  constructor(
    private readonly source: Source,
    days: Range,
    { zone, filters, only }: Pick<OverviewAsk, 'zone' | 'filters' | 'only'>,
  ) {
    this.only = only
    this.buckets = bucketsOf(days, zone)
    this.table = new VisitTable(source, this.buckets.span, only)
    this.keep = filters.length ? this.passing(filters) : undefined
    const { keep } = this
    const { visits, views } = this.table
    this.keepView =
      keep && Uint8Array.from(views.visit, visit => (visit === 0 ? 0 : (keep[visit - 1] as number)))
    this.seen = new Uint8Array(source.people)
    for (let i = 0; i < visits.person.length; i++)
      if (!keep || keep[i] === 1) this.seen[visits.person[i] as number] = 1
    if (!keep) for (let i = 0; i < views.person.length; i++) this.seen[views.person[i] as number] = 1
    this.seen[0] = 0
  }

  people(): number[] {
    const found: number[] = []
    for (let who = 1; who < this.seen.length; who++) if (this.seen[who] === 1) found.push(who)
    return found
  }

  sums(): Pick<OverviewAnswer, 'totals' | 'buckets'> {
    const { keep, keepView, table, buckets } = this
    const { visits, views, viewCount, viewsBefore, engaged } = table
    const counts = new Counts(buckets, this.source.people)
    const totals: Totals = { visitors: 0, visits: 0, views: 0, engagedSeconds: 0, known: 0, bounces: 0 }
    for (let visit = 0, view = 0; visit < viewsBefore.length || view < views.person.length; ) {
      if (visit < viewsBefore.length && (viewsBefore[visit] as number) <= view) {
        if (!keep || keep[visit] === 1) {
          const who = visits.person[visit] as number
          totals.visits += 1
          totals.engagedSeconds += engaged[visit] as number
          totals.known += Number(who !== 0)
          totals.bounces += Number(who !== 0 && (viewCount[visit] as number) <= 1)
          counts.add('visits', visits.at[visit] as number, who)
        }
        visit += 1
      } else {
        if (!keepView || keepView[view] === 1) {
          totals.views += 1
          counts.add('views', views.at[view] as number, views.person[view] as number)
        }
        view += 1
      }
    }
    if (!keep) totals.engagedSeconds += table.engagedElsewhere
    totals.engagedSeconds = Math.round(totals.engagedSeconds)
    for (let who = 1; who < this.seen.length; who++) totals.visitors += this.seen[who] as number
    return { totals, buckets: counts.buckets }
  }

  breakdowns(show: readonly Dimension[], most: number): OverviewAnswer['by'] {
    const { visits, views, viewCount, engaged } = this.table
    const { people } = this.source
    const order = byPerson(visits.person, people)
    const measures: Measures = {
      bounced: Uint8Array.from(viewCount, (count, i) => Number(visits.person[i] !== 0 && count <= 1)),
      seconds: engaged,
    }
    const by: OverviewAnswer['by'] = {}
    for (const dimension of show) {
      if (dimension === 'page') {
        const { labels, numbers } = this.table.pages()
        const rows = breakdown(
          numbers,
          labels.texts,
          views.person,
          byPerson(views.person, people),
          this.keepView,
        )
        by.page = listed('page', rows, most)
      } else {
        const { labels, numbers } = this.table.of(dimension)
        const rows = breakdown(numbers, labels.texts, visits.person, order, this.keep, measures)
        by[dimension] = listed(dimension, rows, most)
      }
    }
    return by
  }

  /** What else happened in the range, of those who are kept. */
  events(): OverviewAnswer['events'] {
    const { source, seen, keep } = this
    const last = new Uint32Array(source.people)
    const found: OverviewAnswer['events'] = []
    let round = 0
    for (const name of source.events()) {
      if (shownApart.includes(name)) continue
      round += 1
      let [times, people] = [0, 0]
      mergeByPerson(source, [name], this.buckets.span, who => {
        if ((keep || this.only) && seen[who] === 0) return
        times += 1
        if (last[who] === round || who === 0) return
        last[who] = round
        people += 1
      })
      if (times > 0) found.push({ name, people, times })
    }
    return found.sort((a, b) => b.people - a.people || b.times - a.times || (a.name < b.name ? -1 : 1))
  }

  private passing(filters: readonly OverviewFilter[]): Uint8Array {
    const { visits, views } = this.table
    const keep = new Uint8Array(visits.person.length).fill(1)
    for (const { by, is } of filters) {
      const wanted = is === missing[by] ? '' : is
      if (by === 'page') {
        const { labels, numbers } = this.table.pages()
        const number = numberOf(labels.texts, wanted)
        const hasSeen = new Uint8Array(keep.length)
        for (let i = 0; i < views.visit.length; i++)
          if (numbers[i] === number && views.visit[i] !== 0) hasSeen[(views.visit[i] as number) - 1] = 1
        for (let i = 0; i < keep.length; i++) keep[i]! &= hasSeen[i] as number
      } else {
        const { labels, numbers } = this.table.of(by)
        const number = numberOf(labels.texts, wanted)
        for (let i = 0; i < keep.length; i++) keep[i]! &= Number(numbers[i] === number)
      }
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

/** Visits, views and distinct people of each bucket. Add each person's entries in the order of time. */
class Counts {
  readonly buckets: OverviewAnswer['buckets']
  private readonly last: Uint32Array

  constructor(
    private readonly by: Buckets,
    people: number,
  ) {
    this.buckets = by.names.map(at => ({ at, visitors: 0, visits: 0, views: 0 }))
    this.last = new Uint32Array(people)
  }

  add(what: 'visits' | 'views', at: number, who: number): void {
    const number = this.by.of(at)
    const bucket = this.buckets[number] as OverviewAnswer['buckets'][number]
    bucket[what] += 1
    if (who === 0 || this.last[who] === number + 1) return
    this.last[who] = number + 1
    bucket.visitors += 1
  }
}

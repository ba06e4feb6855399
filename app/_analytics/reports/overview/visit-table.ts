import { growingU32 } from '../../store/growing'
import type { Segment, Source } from '../source'
import { type Dimension, ofVisit, pathOf, type VisitDimension } from './dimensions'
import { Labels, none, numbersAt } from './labels'
import { mergeByPerson } from './person-merge'

const [visited, engaged] = [0, 2]
const events = ['visited site', 'page view', 'engaged']

/** Rows of an event; `visit` is the number of the visit each belongs to, from 1, or 0 for none in the range. */
export type Rows = {
  person: Uint32Array
  at: Uint32Array
  visit: Uint32Array
  segment: Uint32Array
  row: Uint32Array
}

/**
 * The visits of a range, and the page views that belong to them. A visit begins with `visited site`; what the person
 * sees from that second on belongs to it, until the next. Visits and views of nobody (person 0) are counted and
 * belong together with nothing.
 */
export class VisitTable {
  /** One entry a visit, from 0: visit number 1 is entry 0. */
  readonly visits: Rows
  readonly views: Rows
  /** How many page views had been seen when each visit began: the two in the order they were walked in. */
  readonly viewsBefore: Uint32Array
  /** Page views of each visit. */
  readonly viewCount: Uint32Array
  /** Seconds of attention: of each visit, and of what belongs to none. */
  readonly engaged: Float64Array
  readonly engagedElsewhere: number
  private readonly segments: Segment[]
  private readonly lastView: Uint32Array
  private readonly read = new Map<string, { labels: Labels; numbers: Uint32Array }>()

  /** @param only when given, people (canonical) whose byte is 0 are passed over, and nobody is */
  constructor(source: Source, span: { from: number; to: number }, only?: Uint8Array) {
    const [visits, views, reads] = [growing(), growing(), growing()]
    const current = new Uint32Array(source.people)
    const viewsBefore = growingU32()
    this.segments = mergeByPerson(source, events, span, (who, at, kind, segment, row) => {
      if (only && only[who] !== 1) return
      if (kind === visited) {
        if (who !== 0) current[who] = visits.person.length + 1
        push(visits, who, at, visits.person.length + 1, segment, row)
        viewsBefore.push(views.person.length)
        return
      }
      const visit = who === 0 ? 0 : (current[who] as number)
      push(kind === engaged ? reads : views, who, at, visit, segment, row)
    })
    this.visits = rowsOf(visits)
    this.views = rowsOf(views)
    this.viewsBefore = viewsBefore.values
    this.viewCount = new Uint32Array(this.visits.person.length)
    this.lastView = new Uint32Array(this.visits.person.length)
    for (let i = 0; i < this.views.visit.length; i++) {
      const visit = this.views.visit[i] as number
      if (visit === 0) continue
      this.viewCount[visit - 1]! += 1
      this.lastView[visit - 1] = i + 1
    }
    const read = rowsOf(reads)
    const seconds = numbersAt('engaged seconds', this.segments, read.segment, read.row)
    this.engaged = new Float64Array(this.visits.person.length)
    let elsewhere = 0
    for (let i = 0; i < seconds.length; i++) {
      const visit = read.visit[i] as number
      if (visit === 0) elsewhere += seconds[i] as number
      else this.engaged[visit - 1]! += seconds[i] as number
    }
    this.engagedElsewhere = elsewhere
  }

  /** What each visit is by a dimension; of pages, the last that was seen in it. */
  of(dimension: Exclude<Dimension, 'page'>): { labels: Labels; numbers: Uint32Array } {
    if (dimension === 'exit') return this.exits()
    return this.remembered(dimension, () => {
      const [property, shown] = ofVisit[dimension as VisitDimension]
      const labels = new Labels(shown)
      return { labels, numbers: labels.read(property, this.segments, this.visits.segment, this.visits.row) }
    })
  }

  /** The page of each page view. */
  pages(): { labels: Labels; numbers: Uint32Array } {
    return this.remembered('page', () => {
      const labels = new Labels(pathOf)
      return { labels, numbers: labels.read('viewed url', this.segments, this.views.segment, this.views.row) }
    })
  }

  private exits(): { labels: Labels; numbers: Uint32Array } {
    const { labels, numbers } = this.pages()
    return { labels, numbers: this.lastView.map(view => (view === 0 ? none : (numbers[view - 1] as number))) }
  }

  private remembered(name: string, read: () => { labels: Labels; numbers: Uint32Array }) {
    const known = this.read.get(name) ?? read()
    this.read.set(name, known)
    return known
  }
}

const growing = () => ({
  person: growingU32(),
  at: growingU32(),
  visit: growingU32(),
  segment: growingU32(),
  row: growingU32(),
})
type GrowingRows = ReturnType<typeof growing>

function push(rows: GrowingRows, who: number, at: number, visit: number, segment: number, row: number): void {
  rows.person.push(who)
  rows.at.push(at)
  rows.visit.push(visit)
  rows.segment.push(segment)
  rows.row.push(row)
}

const rowsOf = ({ person, at, visit, segment, row }: GrowingRows): Rows => ({
  person: person.values,
  at: at.values,
  visit: visit.values,
  segment: segment.values,
  row: row.values,
})

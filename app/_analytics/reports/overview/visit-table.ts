import { Labels, none } from '../kernels/labels'
import type { Source } from '../source'
import { type Dimension, ofVisit, pathOf, type VisitDimension } from './dimensions'
import { joinVisits } from './join-visits'
import { Lane } from './lane'

/** What each entry of a lane is shown as. */
export type Labelled = { labels: Labels; numbers: Uint32Array }

/**
 * The visits of a range, and the page views that belong to them. A visit begins with `visited site`; what the person
 * sees from that second on belongs to it, until the next. Visits and views of nobody (person 0) are counted and
 * belong together with nothing.
 */
export class VisitTable {
  /** One entry a visit, from 0: visit number 1 is entry 0. */
  readonly visits: Lane
  readonly views: Lane
  /** Page views of each visit. */
  readonly viewCount: Uint32Array
  /** Seconds of attention: of each visit, and of what belongs to none. */
  readonly engaged: Float64Array
  readonly engagedElsewhere: number
  /** Of each visit the entry of its last view and one more, or 0. */
  private readonly lastView: Uint32Array
  private readonly read = new Map<string, Labelled>()

  /**
   * @param span Unix ms; `to` is exclusive
   * @param only when given, people (canonical) whose byte is 0 are passed over, and nobody is
   */
  constructor(source: Source, span: { from: number; to: number }, only?: Uint8Array) {
    const [visits, views, engaged] = ['visited site', 'page view', 'engaged'].map(
      event => new Lane(source, event, span, only),
    ) as [Lane, Lane, Lane]
    joinVisits(source, visits, [views, engaged])
    this.visits = visits
    this.views = views
    this.viewCount = new Uint32Array(visits.length)
    this.lastView = new Uint32Array(visits.length)
    for (let i = 0; i < views.length; i++) {
      const visit = views.visit[i] as number
      if (visit === 0 || views.keep[i] === 0) continue
      this.viewCount[visit - 1]! += 1
      const last = this.lastView[visit - 1] as number
      if (last === 0 || (views.at[last - 1] as number) <= (views.at[i] as number))
        this.lastView[visit - 1] = i + 1
    }
    this.engaged = new Float64Array(visits.length)
    let elsewhere = 0
    const seconds = engaged.numbers('engaged seconds')
    for (let i = 0; i < seconds.length; i++) {
      if (engaged.keep[i] === 0) continue
      const visit = engaged.visit[i] as number
      if (visit === 0) elsewhere += seconds[i] as number
      else this.engaged[visit - 1]! += seconds[i] as number
    }
    this.engagedElsewhere = elsewhere
  }

  /** What each visit is by a dimension. */
  of(dimension: Exclude<Dimension, 'page'>): Labelled {
    if (dimension === 'exit') {
      const { labels, numbers } = this.pages()
      return {
        labels,
        numbers: this.lastView.map(view => (view === 0 ? none : (numbers[view - 1] as number))),
      }
    }
    const [property, shown] = ofVisit[dimension satisfies VisitDimension]
    return this.remembered(dimension, () => {
      const labels = new Labels(shown)
      return { labels, numbers: this.visits.labelled(property, labels) }
    })
  }

  /** The page of each page view. */
  pages(): Labelled {
    return this.remembered('page', () => {
      const labels = new Labels(pathOf)
      return { labels, numbers: this.views.labelled('viewed url', labels) }
    })
  }

  private remembered(name: string, read: () => Labelled): Labelled {
    const known = this.read.get(name) ?? read()
    this.read.set(name, known)
    return known
  }
}

import { type QueryParams, queryText } from '@/_analytics/reports/definition/nested'
import { type Dimension, dimensions, isDimension } from '@/_analytics/reports/overview/dimensions'
import type { OverviewFilter } from '@/_analytics/reports/overview/overview-query'

/** The panels of an overview, and by what each can be taken apart. */
export const panels = {
  from: { title: 'Where they come from', by: ['channel', 'source', 'referrer', 'campaign', 'term'] },
  pages: { title: 'What they see', by: ['page', 'entry', 'exit'] },
  places: { title: 'Where they are', by: ['country'] },
  with: { title: 'What they use', by: ['browser', 'system', 'device'] },
} as const satisfies Record<string, { title: string; by: readonly Dimension[] }>
export type Panel = keyof typeof panels

/** Parts of the address that belong to the page and not to the report. */
export type PageState = { open: Record<Panel, Dimension>; whole?: Dimension }

export function readState(query: QueryParams): PageState {
  const open = Object.fromEntries(
    Object.entries(panels).map(([panel, { by }]) => {
      const asked = String(query[panel] ?? '')
      return [panel, (by as readonly string[]).includes(asked) ? asked : by[0]]
    }),
  ) as PageState['open']
  const whole = String(query.whole ?? '')
  return { open, ...(isDimension(whole) && { whole }) }
}

/** The report's own part of an address. */
export function reportPart(query: QueryParams): QueryParams {
  const own = Object.entries(query).filter(([name]) => !(name in panels) && name !== 'whole')
  return Object.fromEntries(own)
}

/** Makes addresses of the same page with something changed. */
export class Links {
  constructor(
    readonly here: string,
    private readonly asked: object,
    private readonly filter: readonly OverviewFilter[],
    private readonly state: PageState,
  ) {}

  /** The query of the report alone. */
  report(filter: readonly OverviewFilter[] = this.filter, more: object = {}): string {
    return queryText({ ...this.asked, filter, ...more })
  }

  to(change: {
    filter?: readonly OverviewFilter[]
    open?: Partial<PageState['open']>
    whole?: Dimension | null
    asked?: object
  }): string {
    const open = { ...this.state.open, ...change.open }
    const changed = Object.entries(open).filter(([panel, by]) => panels[panel as Panel].by[0] !== by)
    const whole = change.whole === null ? undefined : (change.whole ?? this.state.whole)
    const query = queryText({
      ...(change.asked ?? this.asked),
      filter: change.filter ?? this.filter,
      ...Object.fromEntries(changed),
      ...(whole && { whole }),
    })
    return query ? `${this.here}?${query}` : this.here
  }

  /** Only the visits of a row; without it where it is chosen already. */
  toggled(by: Dimension, is: string): string {
    const rest = this.filter.filter(one => one.by !== by || one.is !== is)
    return this.to({ filter: rest.length === this.filter.length ? [...rest, { by, is }] : rest })
  }

  has(by: Dimension, is: string): boolean {
    return this.filter.some(one => one.by === by && one.is === is)
  }

  /** The people behind all of it, or behind a row. */
  people(cell: string, called: string, of?: string): string {
    const query = new URLSearchParams({ cell, called, ...(of !== undefined && { in: of }) })
    return `${this.here}/reports/overview/people?${this.report()}&${query}`
  }
}

export const nameOf = (by: Dimension): string => dimensions[by]

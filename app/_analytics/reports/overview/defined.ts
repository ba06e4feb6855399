import { peopleWhere } from '../kernels/people-where'
import type { Source } from '../source'
import { isDimension } from './dimensions'
import { type OverviewQuestion, overview, overviewDoers, overviewEvents, overviewPeople } from './overview'
import {
  type OverviewAnswer,
  type OverviewAsk,
  type OverviewEvents,
  type OverviewEventsAsk,
  usualPanels,
} from './overview-query'

/** @throws AppError 'invalid' for a wrong date, range or zone */
export const overviewReport = (source: Source, ask: OverviewAsk): OverviewAnswer =>
  overview(source, question(source, ask))

export const overviewEventsReport = (source: Source, ask: OverviewEventsAsk): OverviewEvents =>
  overviewEvents(source, question(source, ask))

/** All visitors ("all"), those of a row ("row.channel", by its value), or who did an event ("event", by its name). */
export function overviewBehind(source: Source, ask: OverviewAsk, cell: string, of = ''): number[] {
  const asked = question(source, ask)
  const [what, by = ''] = cell.split('.')
  if (what === 'event') return overviewDoers(source, asked, of)
  if (what === 'all') return overviewPeople(source, asked)
  return isDimension(by) ? overviewPeople(source, asked, { by, is: of }) : []
}

function question(source: Source, ask: OverviewAsk | OverviewEventsAsk): OverviewQuestion {
  const { definition, days, zone, today } = ask
  const { people, filter, show, rows } = definition
  return {
    days,
    zone,
    filters: filter,
    show: show.length || rows === 0 ? show : usualPanels,
    rows,
    measured: false,
    only: people && peopleWhere(source, people, { zone, today }),
  }
}

import { addDays, dayIn } from '../calendar'
import { everyone, peopleWhere } from '../kernels/people-where'
import type { Source } from '../source'
import { type PopulationAnswer, type PopulationAsk, steps } from './population-query'

const dayMs = 86_400_000
/** Points of a chart; each is a whole people search. */
const most = 60

/**
 * The size of a group over time (kissmetrics.md, 4.8 "Populations"): the people search, asked as it would have been
 * answered when each day ended. Merges count as they are today.
 * @throws AppError 'invalid' for a wrong date, range or zone
 */
export function population(source: Source, ask: PopulationAsk): PopulationAnswer {
  const days = pointsOf(ask)
  let before = membersAt(source, ask, addDays(days[0] as string, -steps[ask.definition.every]))
  return {
    points: days.map(day => {
      const now = membersAt(source, ask, day)
      const point = { day, size: 0, entered: 0, left: 0 }
      for (let who = 1; who < now.length; who++) {
        const [was, is] = [before[who] as number, now[who] as number]
        point.size += is
        point.entered += is & (was ^ 1)
        point.left += was & (is ^ 1)
      }
      before = now
      return point
    }),
  }
}

/** Those who belong ("in.2026-03-01"), or who entered or left since the point before. */
export function populationPeople(source: Source, ask: PopulationAsk, cell: string): number[] {
  const [what, day = ''] = cell.split('.')
  if (!pointsOf(ask).includes(day)) return []
  const now = membersAt(source, ask, day)
  const before = membersAt(source, ask, addDays(day, -steps[ask.definition.every]))
  const found: number[] = []
  for (let who = 1; who < now.length; who++) {
    const [was, is] = [before[who] as number, now[who] as number]
    if (what === 'in' ? is : what === 'entered' ? is & (was ^ 1) : what === 'left' ? was & (is ^ 1) : 0)
      found.push(who)
  }
  return found
}

function pointsOf({ days, definition }: PopulationAsk): string[] {
  const points: string[] = []
  for (
    let day = days.to;
    day >= days.from && points.length < most;
    day = addDays(day, -steps[definition.every])
  )
    points.unshift(day)
  return points
}

function membersAt(source: Source, { definition: { people }, zone }: PopulationAsk, day: string): Uint8Array {
  const then = asOf(source, day)
  const known = people && peopleWhere(then, people, { zone, today: dayIn('UTC', Date.parse(day)) })
  return known ?? seenBy(then)
}

/** The site as it was when a day (UTC) ended. */
function asOf(source: Source, day: string): Source {
  const last = Date.parse(day) / dayMs
  return {
    ...source,
    segments: (event, from, to = Number.POSITIVE_INFINITY) =>
      source.segments(event, from, Math.min(to, last)),
  }
}

/** Without a condition: whoever had come by then. */
function seenBy(source: Source): Uint8Array {
  const all = everyone(source)
  const seen = new Uint8Array(all.length)
  const canon = source.merges?.canon
  for (const event of [...source.events(), ''])
    for (const { person } of source.segments(event))
      for (const number of person) seen[canon ? (canon[number] as number) : number] = 1
  return seen.map((one, who) => one & (all[who] as number))
}

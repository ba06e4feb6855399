import { minute } from '@/_platform/clock'
import type { Entry, PersonVisit } from './person-query'

/** A visit ends when nothing was seen of it for so long (kissmetrics.md, 2.6). */
const pause = 30 * minute

/**
 * Gathers a person's events into visits, and notes in each event which one it belongs to. A visit begins with
 * `visited site`, or with a page that comes 30 minutes after the last one. What a server sends without a page
 * (an invoice) begins none and keeps none open.
 * @param entries in the order of time; bots' and merges belong to no visit
 */
export function visitsOf(entries: readonly Entry[]): PersonVisit[] {
  const visits: PersonVisit[] = []
  for (const entry of entries) {
    if (entry.bot || entry.kind === 'merge') continue
    const page = pageOf(entry)
    let visit = visits.at(-1)
    const over = !visit || entry.at - visit.to > pause
    const begins = entry.event === 'visited site' && (over || visit?.entry !== undefined)
    if (begins || (page !== undefined && over)) {
      visit = {
        number: visits.length + 1,
        from: entry.at,
        to: entry.at,
        views: 0,
        events: 0,
        engagedSeconds: 0,
      }
      visits.push(visit)
    } else if (!visit || over) continue
    entry.visit = visit.number
    take(visit, entry, page)
  }
  return visits
}

const pageOf = ({ properties }: Entry): string | undefined => properties['viewed url'] ?? properties.url

function take(visit: PersonVisit, { at, kind, event, properties }: Entry, page: string | undefined): void {
  if (kind === 'event') visit.events += 1
  if (page !== undefined && kind === 'event') {
    visit.to = Math.max(visit.to, at)
    visit.entry ??= page
    visit.exit = page
  }
  if (event === 'page view') visit.views += 1
  if (event === 'engaged') visit.engagedSeconds += Number(properties['engaged seconds']) || 0
  for (const [name, field] of told) {
    const value = properties[name]
    if (value !== undefined && visit[field] === undefined) visit[field] = value
  }
}

type Told =
  | 'channel'
  | 'origin'
  | 'referrer'
  | 'searchTerms'
  | 'campaign'
  | 'browser'
  | 'system'
  | 'device'
  | 'country'
  | 'address'

/** What a visit takes from the first of its hits that says it. */
const told: [property: string, field: Told][] = [
  ['channel', 'channel'],
  ['origin', 'origin'],
  ['referrer', 'referrer'],
  ['search terms', 'searchTerms'],
  ['campaign name', 'campaign'],
  ['browser', 'browser'],
  ['operating system', 'system'],
  ['device type', 'device'],
  ['country', 'country'],
  ['ip address', 'address'],
]

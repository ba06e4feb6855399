import type { Clock } from '@/_platform/clock'
import { AppError } from '@/_platform/errors'
import { shared } from '@/_platform/shared'
import { ownSite } from '../sites.data'
import type { EventStore } from '../store/event-store'
import { dayIn, type Range, rangeOf } from './calendar'
import type { MetricAnswer } from './queries'

export type OwnFigures = {
  range: Range
  views: MetricAnswer
  visits: MetricAnswer
  /** People of the last 30 minutes. */
  now: number
}

/**
 * What the operator's public site shows of itself: page views, visits and visitors of 30 days that end today
 * (UTC), and who is there now. Read from the same reports as any client's.
 * @returns undefined while the deployment has no site of its own
 */
export async function ownFigures(clock: Clock): Promise<OwnFigures | undefined> {
  const site = await ownSiteIfAny()
  if (!site) return undefined
  const store = shared<EventStore>('store')
  const range = rangeOf('30', dayIn('UTC', clock()))
  const metric = (event: string) => store.query(site.id, { report: 'metric', event, ...range, zone: 'UTC' })
  const [views, visits, live] = await Promise.all([
    metric('page view'),
    metric('visited site'),
    store.query(site.id, { report: 'live', now: clock() }),
  ])
  return { range, views, visits, now: live.people }
}

/** What everybody may see of this half hour: people and events in numbers, pages that are public, and sources. */
export type OwnLive = {
  people: number
  events: number
  /** 30 entries, the oldest first; `minute` is the Unix ms at which it begins. */
  minutes: { minute: number; events: number; people: number }[]
  pages: [string, number][]
  sources: [string, number][]
}

/** Paths of what belongs to one person: signed-in pages, and mail settings that a link opens. */
const personal = /^\/(sites|staff|account|signin|setup|api|email|trial|partner)(\/|$)/

/**
 * The operator's own site in the last half hour, for its public dashboard.
 * @returns undefined while the deployment has no site of its own
 */
export async function ownLive(clock: Clock): Promise<OwnLive | undefined> {
  const site = await ownSiteIfAny()
  if (!site) return undefined
  const { people, events, minutes, top } = await shared<EventStore>('store').query(site.id, {
    report: 'live',
    now: clock(),
  })
  return { people, events, minutes, pages: publicPaths(top.pages), sources: top.referrers }
}

/** Page addresses as paths, counted together, without what is one person's. */
function publicPaths(pages: [string, number][]): [string, number][] {
  const paths = new Map<string, number>()
  for (const [url, times] of pages) {
    const path = URL.canParse(url) ? new URL(url).pathname : ''
    if (path && !personal.test(path)) paths.set(path, (paths.get(path) ?? 0) + times)
  }
  return [...paths].sort((one, other) => other[1] - one[1])
}

/** The key that the public pages embed; undefined while the deployment has no site of its own. */
export const ownSiteKey = async (): Promise<string | undefined> => (await ownSiteIfAny())?.key

/** The operator's own site, or undefined while there is none. */
export const ownSiteIfAny = () =>
  ownSite().catch(error => {
    if (error instanceof AppError && error.code === 'not_found') return undefined
    throw error
  })

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

/** The key that the public pages embed; undefined while the deployment has no site of its own. */
export const ownSiteKey = async (): Promise<string | undefined> => (await ownSiteIfAny())?.key

const ownSiteIfAny = () =>
  ownSite().catch(error => {
    if (error instanceof AppError && error.code === 'not_found') return undefined
    throw error
  })

import type { Query } from '@/_analytics/reports/queries'
import { openSegmentStore } from '@/_analytics/store/segments'
import { day, systemClock } from '@/_platform/clock'
import { env } from '@/_platform/env'
import { peakMemory } from './processes'

/** What this script prints, as one line of JSON. Times are ms; warm is the median of many. */
export type Timed = {
  queries: { what: string; cold: number; warm: number }[]
  /** MiB. */
  memory: number
}

const repeats = 21
const [site = ''] = process.argv.slice(2)
const now = systemClock()
const dayBefore = (days: number) => new Date(now - days * day).toISOString().slice(0, 10)
const metric = (event: string): Query => ({
  report: 'metric',
  event,
  from: dayBefore(30),
  to: dayBefore(1),
  zone: 'UTC',
})

const asked: [string, Query][] = [
  ['metric over 30 days, page view', metric('page view')],
  ['metric over 30 days, signed up', metric('signed up')],
  ['metric over 30 days of New York', { ...metric('page view'), zone: 'America/New_York' } as Query],
  ['live', { report: 'live', now }],
  ['names of all events', { report: 'events' }],
]

const store = await openSegmentStore(env.DATA_DIR)
const queries: Timed['queries'] = []
for (const [what, query] of asked) {
  const times: number[] = []
  for (let repeat = 0; repeat <= repeats; repeat++) {
    const began = performance.now()
    await store.query(site, query)
    times.push(performance.now() - began)
  }
  const [cold = Number.NaN, ...again] = times
  queries.push({ what, cold, warm: again.sort((a, b) => a - b)[Math.floor(repeats / 2)]! })
}
const timed: Timed = { queries, memory: peakMemory(process.pid) }
await store.close()
console.log(JSON.stringify(timed))

import { generate } from '@/_analytics/demo/generate'
import { publicSite } from '@/_analytics/demo/public-site'
import type { Hit } from '@/_analytics/hit'
import { day } from '@/_platform/clock'
import { type Cohort, weeklyRetention } from './retention'

export type DemoFigures = {
  /** Visits and visitors by UTC day. */
  days: { day: string; visits: number; visitors: number }[]
  cohorts: Cohort[]
}

/** The demo ends here for figures, so that what a post says of its figure stays true. */
const end = Date.UTC(2026, 9, 31)
const days = 90

/**
 * What two posts draw: ninety days of the demo site, counted in the plainest way there is. The same on every
 * machine. Takes some seconds.
 */
export function demoFigures(): DemoFigures {
  const hits = [...generate({ world: publicSite('https://demo.example'), now: end, events: 150_000, days })]
  const personOf = mergedPeople(hits)
  const visits = onceASecond(hits.filter(({ _n, _b, _p }) => _n === 'visited site' && !_b && _p))
  const byDay = new Map<string, { visits: number; people: Set<string> }>()
  const byPerson = new Map<string, number[]>()
  for (const { _p, _t } of visits) {
    const person = personOf(_p!)
    const name = new Date(_t * 1000).toISOString().slice(0, 10)
    const of = byDay.get(name) ?? { visits: 0, people: new Set() }
    byDay.set(name, of)
    of.visits++
    of.people.add(person)
    byPerson.set(person, [...(byPerson.get(person) ?? []), _t * 1000])
  }
  return {
    days: [...byDay]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([name, of]) => ({ day: name, visits: of.visits, visitors: of.people.size })),
    cohorts: weeklyRetention(
      [...byPerson].map(([person, times]) => ({ person, times })),
      end - days * day,
      end,
    ),
  }
}

/** The same event of the same identity in the same second counts once (kissmetrics.md, 1.7). */
const onceASecond = (hits: readonly Hit[]): Hit[] => [
  ...new Map(hits.map(hit => [`${hit._t} ${hit._n} ${hit._p}`, hit])).values(),
]

/** Who an identity belongs to, after every alias. */
function mergedPeople(hits: readonly Hit[]): (identity: string) => string {
  const canon = new Map<string, string>()
  const find = (identity: string): string => {
    const to = canon.get(identity)
    return to === undefined ? identity : find(to)
  }
  for (const { _p, _p2 } of hits) {
    const [a, b] = [find(_p ?? ''), find(_p2 ?? '')]
    if (_p && _p2 && a !== b) canon.set(a, b)
  }
  return find
}

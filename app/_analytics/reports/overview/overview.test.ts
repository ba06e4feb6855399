import { expect, test } from 'vitest'
import type { Hit } from '../../hit'
import { SiteReader } from '../../store/site-reader'
import { type Counted, counted, inEveryWorld, World } from '../../store/world.test-kit'
import { dayIn } from '../calendar'
import { type Dimension, dimensions, missing, ofVisit, pathOf } from './dimensions'
import { type OverviewQuestion, overview, overviewEvents, overviewPeople } from './overview'
import type { OverviewAnswer, OverviewEvents, OverviewFilter, OverviewRow } from './overview-query'

const all = Object.keys(dimensions) as Dimension[]
const zones = ['UTC', 'Europe/Paris', 'Asia/Kathmandu']
const asked = (zone: string, filters: OverviewFilter[]): OverviewQuestion => ({
  days: { from: '2026-03-28', to: '2026-03-31' },
  zone,
  filters,
  show: all,
  rows: 100,
  measured: true,
})

type Seen = { who: string | undefined; at: number; hit: Hit; views: Counted[]; seconds: number }

/** The visits of a range and the views that stand outside of any, without a thought for speed. */
function visitsOf(hits: readonly Hit[], { days, zone }: OverviewQuestion) {
  const inRange = counted(hits).filter(({ second }) => {
    const day = dayIn(zone, second * 1000)
    return day >= days.from && day <= days.to
  })
  const rank = ['visited site', 'page view', 'engaged']
  const shown = inRange.filter(({ event }) => rank.includes(event))
  shown.sort((a, b) => a.second - b.second || rank.indexOf(a.event) - rank.indexOf(b.event))
  const visits: Seen[] = []
  const current = new Map<string, Seen>()
  const views: { view: Counted; visit: Seen | undefined }[] = []
  let elsewhere = 0
  for (const one of shown) {
    const { event, person, second, hit } = one
    const open = person === undefined ? undefined : current.get(person)
    if (event === 'visited site') {
      const visit = { who: person, at: second, hit, views: [], seconds: 0 }
      visits.push(visit)
      if (person !== undefined) current.set(person, visit)
    } else if (event === 'page view') {
      open?.views.push(one)
      views.push({ view: one, visit: open })
    } else {
      const seconds = Number(hit['engaged seconds']) || 0
      if (open) open.seconds += seconds
      else elsewhere += seconds
    }
  }
  return { visits, views, elsewhere, inRange }
}

function shownAs(visit: Seen, by: Dimension): string {
  if (by === 'exit') return pathOf(String(visit.views.at(-1)?.hit['viewed url'] ?? ''))
  if (by === 'page') return ''
  const [property, shown] = ofVisit[by]
  const value = visit.hit[property]
  return value === undefined ? '' : shown(String(value))
}

const named = (by: Dimension, value: string) => (value === '' ? missing[by] : value)

function naive(
  hits: readonly Hit[],
  ask: OverviewQuestion,
): Pick<OverviewAnswer, 'totals' | 'by'> & OverviewEvents {
  const found = visitsOf(hits, ask)
  const passes = (visit: Seen) =>
    ask.filters.every(({ by, is }) =>
      by === 'page'
        ? visit.views.some(({ hit }) => pathOf(String(hit['viewed url'])) === is)
        : (named(by, shownAs(visit, by)) ?? '') === is,
    )
  const filtered = ask.filters.length > 0
  const visits = found.visits.filter(passes)
  const views = found.views.filter(({ visit }) => !filtered || (visit && passes(visit)))
  const bounced = ({ who, views }: Seen) => Number(who !== undefined && views.length <= 1)
  const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0)
  const people = (list: (string | undefined)[]) => new Set(list.filter(who => who !== undefined)).size
  const everyone = [...visits.map(({ who }) => who), ...views.map(({ view }) => view.person)]
  const rows = (by: Dimension): OverviewRow[] => {
    const groups = new Map<string, OverviewRow & { who: (string | undefined)[] }>()
    const put = (value: string | undefined, who: string | undefined, bounces: number, seconds: number) => {
      if (value === undefined) return
      const row = groups.get(value) ?? { value, visitors: 0, times: 0, bounces: 0, seconds: 0, who: [] }
      groups.set(value, row)
      row.times += 1
      row.bounces += bounces
      row.seconds += seconds
      row.who.push(who)
    }
    if (by === 'page')
      for (const { view } of views) put(pathOf(String(view.hit['viewed url'])), view.person, 0, 0)
    else
      for (const visit of visits) put(named(by, shownAs(visit, by)), visit.who, bounced(visit), visit.seconds)
    const found = [...groups.values()].map(({ who, ...row }) => ({ ...row, visitors: people(who) }))
    return found.sort((a, b) => b.visitors - a.visitors || b.times - a.times || (a.value < b.value ? -1 : 1))
  }
  const others = found.inRange.filter(
    ({ event, person }) =>
      !['visited site', 'page view', 'engaged'].includes(event) &&
      (!filtered || (person !== undefined && everyone.includes(person))),
  )
  const names = [...new Set(others.map(({ event }) => event))]
  return {
    totals: {
      visitors: people(everyone),
      visits: visits.length,
      views: views.length,
      engagedSeconds: sum(visits.map(({ seconds }) => seconds)) + (filtered ? 0 : found.elsewhere),
      known: visits.filter(({ who }) => who !== undefined).length,
      bounces: sum(visits.map(bounced)),
    },
    by: Object.fromEntries(all.map(by => [by, { rows: rows(by), of: rows(by).length }])),
    events: names.map(name => {
      const times = others.filter(({ event }) => event === name)
      return { name, people: people(times.map(({ person }) => person)), times: times.length }
    }),
  }
}

test('visits, views, people and rows agree with the plain count, whatever is filtered', () => {
  inEveryWorld((world, site) => {
    const reader = new SiteReader(world.dir, site)
    try {
      for (const [i, zone] of zones.entries()) {
        const filters: OverviewFilter[][] = [
          [],
          [{ by: 'referrer', is: 'host1.org' }],
          [
            { by: 'page', is: `/${i}` },
            { by: 'source', is: 'Direct' },
          ],
        ]
        const ask = asked(zone, filters[i] ?? [])
        const { totals, by, buckets } = reader.read(source => overview(source, ask))
        const { events } = reader.read(source => overviewEvents(source, ask))
        expect({ totals, by, events }).toEqual(naive(world.hits[site], ask))
        expect(buckets.reduce((sum, one) => sum + one.visits, 0)).toBe(totals.visits)
        expect(buckets.reduce((sum, one) => sum + one.views, 0)).toBe(totals.views)
        expect(buckets.length).toBe(4)
        const days = Array.from(buckets, ({ at }) =>
          naive(world.hits[site], { ...ask, days: { from: at, to: at } }),
        )
        if (ask.filters.length === 0)
          expect(buckets.map(({ visitors }) => visitors)).toEqual(days.map(day => day.totals.visitors))
        for (const row of by.page?.rows ?? []) {
          const filter = { by: 'page', is: row.value } as const
          const people = reader.read(source => overviewPeople(source, ask, filter))
          const again = naive(world.hits[site], { ...ask, filters: [...ask.filters, filter] })
          expect(people.length).toBe(again.totals.visitors)
        }
      }
    } finally {
      reader.close()
    }
  }, 12)
})

test('two days are shown by hours, of which a day without daylight saving has one less or more', () => {
  const world = new World()
  const reader = new SiteReader(world.dir, 'site_a')
  const buckets = (days: { from: string; to: string }) =>
    reader.read(source => overview(source, { ...asked('Europe/Paris', []), days })).buckets
  expect(buckets({ from: '2026-03-28', to: '2026-03-29' })).toHaveLength(47)
  expect(buckets({ from: '2026-03-29', to: '2026-03-29' }).at(-1)?.at).toBe('2026-03-29T22')
  expect(buckets({ from: '2026-03-27', to: '2026-03-29' })).toHaveLength(3)
  reader.close()
  world.close()
})

import { expect, test } from 'vitest'
import type { Hit } from '../../hit'
import { SiteReader } from '../../store/site-reader'
import { counted, inEveryWorld } from '../../store/world.test-kit'
import { people } from './people'
import { type PeopleAsk, peopleDefinition, peopleKind } from './people-query'

const asked = (given: object): PeopleAsk => ({
  report: 'people',
  definition: peopleDefinition.parse({ size: '1000', ...given }),
  days: { from: '2026-03-28', to: '2026-03-31' },
  zone: 'UTC',
  today: '2026-04-01',
  now: Date.UTC(2026, 3, 1),
})

const columns = [
  { kind: 'last-seen' },
  { kind: 'first-seen' },
  { kind: 'times', name: 'page view' },
  { kind: 'first-time', name: 'page view' },
  { kind: 'last-time', name: 'page view', within: { from: '2026-03-28', to: '2026-03-30' } },
  { kind: 'last-set', name: 'plan' },
  { kind: 'first-set', name: 'plan' },
  { kind: 'first-value', name: 'plan' },
]

/** All identities by the person they are. */
function groups(hits: readonly Hit[]): string[][] {
  const sets: Set<string>[] = []
  for (const { _p, _p2 } of hits) {
    const names = [_p, _p2].filter(name => name !== undefined)
    const mine = sets.filter(set => names.some(name => set.has(name)))
    for (const set of mine) sets.splice(sets.indexOf(set), 1)
    if (names.length) sets.push(new Set([...names, ...mine.flatMap(set => [...set])]))
  }
  return sets.map(set => [...set])
}

test('every person stands there once, with columns that agree with the plain hits', () => {
  inEveryWorld((world, site) => {
    const hits = world.hits[site]
    const reader = new SiteReader(world.dir, site)
    const answer = reader.read(source => people(source, asked({ columns })))
    const all = groups(hits)
    expect(answer.total).toBe(all.length)
    const events = counted(hits)
    for (const { name, cells } of answer.rows) {
      const names = all.find(group => group.includes(name))!
      const mine = events.filter(({ hit }) => names.includes(hit._p ?? ''))
      const seconds = mine.map(({ second }) => second)
      const views = mine.filter(({ event }) => event === 'page view').map(({ second }) => second)
      const ranged = views.filter(
        at => at >= Date.UTC(2026, 2, 28) / 1000 && at < Date.UTC(2026, 2, 31) / 1000,
      )
      const plans = hits.filter(hit => names.includes(hit._p ?? '') && hit.plan !== undefined)
      const set = plans.map(({ _t }) => _t)
      const least = (list: number[]) => (list.length ? Math.min(...list) : null)
      const most = (list: number[]) => (list.length ? Math.max(...list) : null)
      expect(cells.slice(0, 7)).toEqual([
        most(seconds),
        least(seconds),
        views.length,
        least(views),
        most(ranged),
        most(set),
        least(set),
      ])
      const first = plans.filter(({ _t }) => _t === least(set)).map(({ plan }) => plan)
      expect(first.length ? first : [null]).toContain(cells[7])
    }
    const sorted = reader.read(source => people(source, asked({ columns, sort: '3', order: 'least' })))
    const times = sorted.rows.map(({ cells }) => Number(cells[2]))
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    const filter = { match: 'all', conditions: [{ kind: 'did', event: 'page view', times: '2' }] }
    const twice = reader.read(source =>
      people(source, asked({ columns, people: filter, size: '1', page: '1' })),
    )
    expect(twice.total).toBe(answer.rows.filter(({ cells }) => Number(cells[2]) >= 2).length)
    expect(twice.rows).toHaveLength(Math.min(1, twice.total))
    reader.close()
  }, 12)
})

test('a search is exported with moments as UTC text', () => {
  const { definition } = asked({ columns: columns.slice(0, 1) })
  const answer = {
    total: 1,
    rows: [{ person: 7, name: 'anna', cells: [Date.UTC(2026, 2, 3, 4, 5, 6) / 1000] }],
  }
  expect(peopleKind.tables(answer, definition)).toEqual([
    {
      name: 'People',
      head: ['number', 'person', 'Last seen'],
      rows: [[7, 'anna', '2026-03-03 04:05:06']],
    },
  ])
})

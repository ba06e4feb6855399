import { expect, test } from 'vitest'
import type { Hit } from '../../hit'
import { byPerson, inEveryWorld } from '../../store/world.test-kit'
import type { QueryParams } from '../definition/nested'
import { readDefinition } from '../definition/read'
import { funnelDefinition } from '../funnel/funnel-query'

const step = { 'steps.0.event': 'page view', 'steps.1.event': 'visited site', range: '7' }

/** People who viewed a page, by a filter. */
const asking = (filter: QueryParams) => {
  const { definition, errors } = readDefinition(funnelDefinition, { ...step, ...filter }, '2026-04-01')
  if (!definition) throw new Error(JSON.stringify(errors))
  const days = { from: '2026-03-20', to: '2026-04-01' }
  return {
    report: 'funnel',
    definition,
    days,
    zone: 'UTC',
    today: '2026-04-01',
    now: Date.UTC(2026, 3, 1),
  } as const
}

const did = (mine: { event: string }[], event: string) => mine.filter(one => one.event === event).length

const filters: [
  name: string,
  filter: QueryParams,
  holds: (mine: { event: string; second: number; hit: Hit }[]) => boolean,
][] = [
  [
    'did at least twice',
    {
      'people.conditions.0.kind': 'did',
      'people.conditions.0.event': 'visited site',
      'people.conditions.0.times': '2',
    },
    mine => did(mine, 'visited site') >= 2,
  ],
  [
    'did not, or did exactly once',
    {
      'people.match': 'any',
      'people.conditions.0.kind': 'did-not',
      'people.conditions.0.event': 'signed up',
      'people.conditions.1.kind': 'did',
      'people.conditions.1.event': 'visited site',
      'people.conditions.1.count': 'exactly',
    },
    mine => did(mine, 'signed up') === 0 || did(mine, 'visited site') === 1,
  ],
  [
    'with a property of the event',
    {
      'people.conditions.0.kind': 'did',
      'people.conditions.0.event': 'visited site',
      'people.conditions.0.where.0.property': 'referrer',
      'people.conditions.0.where.0.is': 'equals',
      'people.conditions.0.where.0.value': 'Direct',
    },
    mine => mine.some(one => one.event === 'visited site' && one.hit.referrer === 'Direct'),
  ],
  [
    'all in order',
    {
      'people.match': 'order',
      'people.conditions.0.kind': 'did',
      'people.conditions.0.event': 'visited site',
      'people.conditions.1.kind': 'did',
      'people.conditions.1.event': 'signed up',
    },
    mine =>
      mine.some(
        one =>
          one.event === 'visited site' &&
          mine.some(two => two.event === 'signed up' && two.second >= one.second),
      ),
  ],
  [
    'has a value, in a group',
    {
      'people.conditions.0.kind': 'group',
      'people.conditions.0.match': 'any',
      'people.conditions.0.conditions.0.kind': 'has',
      'people.conditions.0.conditions.0.property': 'referrer',
      'people.conditions.0.conditions.0.is': 'contains',
      'people.conditions.0.conditions.0.value': 'HOST1',
    },
    mine => mine.some(one => String(one.hit.referrer).includes('host1')),
  ],
]

test.each(filters)('%s: agrees with the plain count', (_, filter, holds) => {
  inEveryWorld((world, site) => {
    const people = [...byPerson(world.hits[site]).values()]
    const wanted = people.filter(mine => did(mine, 'page view') > 0 && holds(mine)).length
    expect(world.ask(site, asking(filter)).steps[0]?.reached).toBe(wanted)
  }, 12)
})

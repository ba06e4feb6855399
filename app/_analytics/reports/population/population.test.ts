import { expect, test } from 'vitest'
import { SiteReader } from '../../store/site-reader'
import { counted, inEveryWorld } from '../../store/world.test-kit'
import { population, populationPeople } from './population'
import { type PopulationAsk, populationDefinition } from './population-query'

test('size, entries and exits agree with asking again for each day', () => {
  inEveryWorld((world, site) => {
    const reader = new SiteReader(world.dir, site)
    const conditions = [{ kind: 'did', event: 'page view', times: '2' }]
    const ask: PopulationAsk = {
      report: 'population',
      definition: populationDefinition.parse({ every: 'day', people: { conditions } }),
      days: { from: '2026-03-27', to: '2026-03-31' },
      zone: 'UTC',
      today: '2026-04-01',
      now: Date.UTC(2026, 3, 1),
    }
    const { points } = reader.read(source => population(source, ask))
    const views = counted(world.hits[site]).filter(
      one => one.event === 'page view' && one.person !== undefined,
    )
    const at = (day: string) => {
      const end = Date.parse(day) / 1000 + 86_400
      const times = new Map<string, number>()
      for (const { person, second } of views)
        if (second < end) times.set(person!, (times.get(person!) ?? 0) + 1)
      return new Set([...times].filter(([, count]) => count >= 2).map(([person]) => person))
    }
    let before = at('2026-03-26')
    expect(points.map(({ day }) => day)).toEqual(['27', '28', '29', '30', '31'].map(day => `2026-03-${day}`))
    for (const { day, ...counts } of points) {
      const now = at(day)
      const entered = [...now].filter(who => !before.has(who)).length
      const left = [...before].filter(who => !now.has(who)).length
      expect(counts).toEqual({ size: now.size, entered, left })
      for (const [what, size] of [
        ['in', now.size],
        ['entered', entered],
        ['left', left],
      ] as const)
        expect(reader.read(source => populationPeople(source, ask, `${what}.${day}`))).toHaveLength(size)
      before = now
    }
    reader.close()
  }, 10)
})

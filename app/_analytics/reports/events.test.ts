import { expect, test } from 'vitest'
import type { Hit } from '../hit'
import { counted, inEveryWorld } from '../store/world.test-kit'
import type { EventsAnswer } from './queries'

function naive(hits: readonly Hit[]): EventsAnswer {
  const names = new Map<string, number[]>()
  for (const { event, second } of counted(hits)) names.set(event, [...(names.get(event) ?? []), second])
  const day = (second: number) => new Date(second * 1000).toISOString().slice(0, 10)
  const events = [...names].map(([name, seconds]) => ({
    name,
    count: seconds.length,
    firstDay: day(Math.min(...seconds)),
    lastDay: day(Math.max(...seconds)),
  }))
  return { events: events.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)) }
}

test('the list of events agrees with the plain count, wherever the hits are', () => {
  inEveryWorld((world, site) => {
    expect(world.ask(site, { report: 'events' })).toEqual(naive(world.hits[site]))
  })
})

test('a hidden event is not in the list, and takes nothing away from the others', () => {
  inEveryWorld((world, site) => {
    const { events } = naive(world.hits[site])
    expect(world.ask(site, { report: 'events', hidden: ['page view'] })).toEqual({
      events: events.filter(event => event.name !== 'page view'),
    })
  }, 5)
})

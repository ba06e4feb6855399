import { day } from '@/_platform/clock'
import type { Hit } from '../hit'
import { business, launchDay, moment } from './calendar'
import { noisy } from './noise'
import { crawler, newcomer, type Person } from './person'
import { Random } from './random'
import { Visit } from './visit'
import type { Errand, Stage, World } from './world'

export type Demo = {
  world: World
  /** Unix ms. The demo ends here; what it tells of earlier hours depends on the UTC day alone. */
  now: number
  /** About how many hits to make. */
  events: number
  /** Whole UTC days before today. */
  days?: number
  /** Another batch of the same site is other people: batch 0, 1, 2 … */
  batch?: number
}

/** People are numbered through all batches, so that no two share an address. */
const batchSize = 100_000_000

type Arrival = { at: number; person: Person; errand: Errand; launched: boolean }

/** So many arrivals are played before the hits that nothing can come before any more are sorted and given out. */
const together = 256

/**
 * Believable hits of one site, ordered by receive time: the same for the same UTC day on every machine.
 * Played in the order of time, so memory grows with the people who will come back, not with the hits.
 */
export function* generate({ world, now, events, days = 90, batch = 0 }: Demo): Generator<Hit> {
  const random = new Random(world.seed + batch * 0x9e3779b1)
  const start = Math.floor(now / day) * day - days * day
  const agenda = Array.from({ length: days + 1 }, (): [Person, Errand][] => [])
  const perDay = events / world.hitsPerNewcomer / days
  let people = batch * batchSize
  let waiting: Hit[] = []
  const send = noisy(random, hit => waiting.push(hit))

  const stage: Stage = {
    random,
    today: 0,
    later: (after, person, errand) => agenda[stage.today + after]?.push([person, errand]),
    record: (person, at, event, properties) =>
      send({ _p: person.email, _n: event, _t: Math.floor(at / 1000), _r: at, ...properties }),
  }
  const act = ({ at, person, errand, launched }: Arrival) => {
    if (errand !== 'visit') return world.errand(errand, person, at, stage)
    const touch = world.touch(person, launched, stage)
    world.visit(new Visit(person, at, world.origin, touch, random, send), touch, stage)
    person.visits++
  }

  for (let count = random.round(perDay * days * world.founders); count > 0; count--)
    world.found(newcomer(people++, random, true), stage)

  function arrivalsOf(today: number): Arrival[] {
    const midnight = start + today * day
    const arrival = (person: Person, errand: Errand, launched = false): Arrival => ({
      at: moment(midnight, person.offset, random),
      person,
      errand,
      launched,
    })
    const arrivals = agenda[today]!.map(([person, errand]) => arrival(person, errand))
    agenda[today] = []
    const sinceLaunch = today - launchDay(start, days)
    const launched = sinceLaunch >= 0 && sinceLaunch < 4
    for (let count = random.round(perDay * business(start, today, days)); count > 0; count--)
      arrivals.push(arrival(newcomer(people++, random, !random.chance(0.04)), 'visit', launched))
    for (let count = random.round(perDay * 0.03); count > 0; count--)
      arrivals.push(arrival(crawler(people++, random), 'visit'))
    return arrivals.sort((a, b) => a.at - b.at)
  }

  for (; stage.today <= days; stage.today++) {
    const arrivals = arrivalsOf(stage.today)
    const tomorrow = start + (stage.today + 1) * day
    for (let next = 0; next < arrivals.length; ) {
      const end = Math.min(next + together, arrivals.length)
      while (next < end) act(arrivals[next++]!)
      const until = Math.min(arrivals[next]?.at ?? tomorrow, now)
      waiting.sort((a, b) => a._r - b._r)
      let sent = 0
      while (sent < waiting.length && waiting[sent]!._r < until) yield waiting[sent++]!
      waiting = waiting.slice(sent)
    }
  }
}

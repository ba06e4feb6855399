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

/**
 * Believable hits of one site, ordered by receive time: the same for the same UTC day on every machine.
 * The days are simulated one by one, so memory grows with the people who will come back, not with the hits.
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
  const arrive = (person: Person, launched: boolean, at: number) => {
    const touch = world.touch(person, launched, stage)
    world.visit(new Visit(person, at, world.origin, touch, random, send), touch, stage)
    person.visits++
  }

  for (let count = random.round(perDay * days * world.founders); count > 0; count--)
    world.found(newcomer(people++, random, true), stage)

  for (; stage.today <= days; stage.today++) {
    const { today } = stage
    const midnight = start + today * day
    for (const [person, errand] of agenda[today]!) {
      const at = moment(midnight, person.offset, random)
      if (errand === 'visit') arrive(person, false, at)
      else world.errand(errand, person, at, stage)
    }
    agenda[today] = []
    const sinceLaunch = today - launchDay(start, days)
    const launched = sinceLaunch >= 0 && sinceLaunch < 4
    for (let count = random.round(perDay * business(start, today, days)); count > 0; count--) {
      const person = newcomer(people++, random, !random.chance(0.04))
      arrive(person, launched, moment(midnight, person.offset, random))
    }
    for (let count = random.round(perDay * 0.03); count > 0; count--)
      arrive(crawler(people++, random), false, moment(midnight, 0, random))
    waiting.sort((a, b) => a._r - b._r)
    const until = Math.min(midnight + day, now)
    let sent = 0
    while (sent < waiting.length && waiting[sent]!._r < until) yield waiting[sent++]!
    waiting = waiting.slice(sent)
  }
}

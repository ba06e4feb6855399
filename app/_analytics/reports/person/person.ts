import { minute } from '@/_platform/clock'
import { isAnonymous } from '../../collect/identify'
import type { Hit } from '../../hit'
import { dayIn } from '../calendar'
import { membersOf, nameOf } from '../members'
import type { Source } from '../source'
import { entriesOf } from './entries'
import { historyOf } from './history'
import {
  type Entry,
  type Milestones,
  nobody,
  type PersonAnswer,
  type PersonIdentity,
  type PersonQuery,
  type PersonVisit,
} from './person-query'
import { visitsOf } from './visits'

/** Hits of one person that are read: so many that only an identity that was given to everybody has more. */
const mostHits = 20_000
const pageSize = 50
const revenueProperty = 'billing amount'

/** Everything about one person (kissmetrics.md, 4.9), read from the raw hits of all identities they go by. */
export function person(source: Source, query: PersonQuery): PersonAnswer {
  const members = membersOf(source, query.person)
  const [first] = members
  if (first === undefined) return nobody
  const names = source.persons.identities(members)
  const { hits, complete } = source.persons.hits(members, query.whole ? Number.POSITIVE_INFINITY : mostHits)
  const { entries, values, repeats } = entriesOf(hits)
  const visits = visitsOf(entries)
  const counted = entries.filter(({ kind, bot }) => kind === 'event' && !bot)
  const times = entries.filter(({ kind, bot }) => kind !== 'merge' && !bot).map(({ at }) => at)
  const identities = identitiesOf(members, names, hits)
  return {
    person: first,
    name: nameOf(identities.length ? identities.map(({ identity }) => identity) : names),
    identities,
    merges: mergesOf(source, members),
    ...(times.length && { first: Math.min(...times), last: Math.max(...times) }),
    events: counted.length,
    repeats,
    bots: entries.filter(({ bot }) => bot).length,
    complete,
    counts: countsOf(counted),
    visits: visits.toReversed(),
    properties: historyOf(values),
    ...revenueOf(counted),
    milestones: milestonesOf(counted, visits),
    days: daysOf(counted, query.zone),
    timeline: timelineOf(entries, query),
  }
}

/** Those with data of their own: an alias alone does not make one known (kissmetrics.md, 3.1.7). */
function identitiesOf(members: number[], names: string[], hits: readonly Hit[]): PersonIdentity[] {
  const byName = new Map<string, PersonIdentity>()
  members.forEach((number, i) => {
    const identity = names[i] as string
    byName.set(identity, { person: number, identity, anonymous: isAnonymous(identity), events: 0 })
  })
  for (const { _p, _p2, _n, _t } of hits) {
    const found = byName.get(_p ?? '')
    if (!found || _p2 !== undefined) continue
    if (_n) found.events += 1
    found.first = Math.min(found.first ?? Number.POSITIVE_INFINITY, _t * 1000)
    found.last = Math.max(found.last ?? 0, _t * 1000)
  }
  const known = [...byName.values()].filter(({ first }) => first !== undefined)
  return known.sort((a, b) => Number(a.anonymous) - Number(b.anonymous) || (b.last ?? 0) - (a.last ?? 0))
}

function mergesOf({ persons }: Source, members: number[]): PersonAnswer['merges'] {
  const merges = persons.merges(members)
  const [as, bs] = [
    persons.identities(merges.map(({ a }) => a)),
    persons.identities(merges.map(({ b }) => b)),
  ]
  return merges.map(({ a, b, ...rest }, i) => ({
    a: { person: a, identity: as[i] as string },
    b: { person: b, identity: bs[i] as string },
    ...rest,
  }))
}

function countsOf(events: readonly Entry[]): PersonAnswer['counts'] {
  const counts = new Map<string, number>()
  for (const { event = '' } of events) counts.set(event, (counts.get(event) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}

function revenueOf(events: readonly Entry[]): Pick<PersonAnswer, 'revenue'> {
  const amounts = events.flatMap(({ properties }) => {
    const amount = Number(properties[revenueProperty] || Number.NaN)
    return Number.isFinite(amount) ? [amount] : []
  })
  if (amounts.length === 0) return {}
  const total = amounts.reduce((sum, amount) => sum + amount, 0)
  const paid = amounts.filter(amount => amount > 0)
  return { revenue: { total, times: paid.length, largest: Math.max(0, ...paid) } }
}

function milestonesOf(events: readonly Entry[], visits: readonly PersonVisit[]): Milestones {
  const signedUp = events.find(({ event }) => event === 'signed up')?.at
  const paid = events.find(({ properties }) => Number(properties[revenueProperty]) > 0)?.at
  const begun = (at: number) => visits.filter(({ from }) => from <= at).length
  return {
    ...(signedUp !== undefined && { signedUp: { at: signedUp, visits: begun(signedUp) } }),
    ...(paid !== undefined && { paid }),
  }
}

/** Clocks of all zones stand at whole quarters of an hour from each other. */
const quarter = 15 * minute

function daysOf(events: readonly Entry[], zone: string): Record<string, number> {
  const quarters = new Map<number, number>()
  for (const { at } of events) {
    const slot = Math.floor(at / quarter)
    quarters.set(slot, (quarters.get(slot) ?? 0) + 1)
  }
  const days: Record<string, number> = {}
  for (const [slot, times] of quarters) {
    const day = dayIn(zone, slot * quarter)
    days[day] = (days[day] ?? 0) + times
  }
  return days
}

function timelineOf(entries: readonly Entry[], query: PersonQuery): PersonAnswer['timeline'] {
  const { kind, event, day, zone, page = 1, size = query.whole ? entries.length : pageSize } = query
  const fits = (entry: Entry) =>
    (!kind || entry.kind === kind) &&
    (!event || entry.event === event) &&
    (!day || dayIn(zone, entry.at) === day)
  const found = entries.filter(fits).toReversed()
  return { entries: found.slice((page - 1) * size, page * size), total: found.length }
}

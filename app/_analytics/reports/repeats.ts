import type { Stretch } from './by-day'
import type { Merges, Segment } from './source'

/** Days of an event whose repeats are remembered; about 200 bytes each. */
const remembered = 20_000

/**
 * Finds events that merged identities repeat: what one member of a person reported, another reported in the
 * same second. Only members that were active on the same UTC day can, and those are few. What was found is
 * remembered as long as nobody else is merged, so a report asks again without reading a row.
 *
 * Make one for each report: `new Repeats(source.merges, source.people)`.
 */
export class Repeats {
  private readonly memory: Memory

  constructor(merges: Merges, people: number) {
    const known = memories.get(merges)
    this.memory = known && known.people >= people ? known : new Memory(merges)
    memories.set(merges, this.memory)
  }

  /** How many of the stretches' events, all of one name, are repeats. */
  count(stretches: readonly Stretch[]): number {
    let count = 0
    for (const { segments, from, to } of stretches) {
      for (const at of this.found(segments).times) count += Number(at >= from && at < to)
    }
    return count
  }

  /** The repeats among some segments, all of one event and UTC day. */
  found(segments: readonly Segment[]): Repeated {
    const { memory } = this
    const key = segments.every(segment => segment.key) ? segments.map(segment => segment.key).join() : ''
    const known = memory.known.get(key)
    if (known) return known
    const found = memory.find(segments)
    if (!key) return found
    if (memory.known.size >= remembered) memory.known.clear()
    memory.known.set(key, found)
    return found
  }
}

const memories = new WeakMap<Merges, Memory>()

/** Of each repeat: when it happened, in ms since its day began, and the canonical number of whose it is. */
export type Repeated = { times: Uint32Array; people: Uint32Array }

const none: Repeated = { times: new Uint32Array(), people: new Uint32Array() }

/** Stands for a member when more than one was seen. */
const several = 0xffffffff

/** Who was seen on the day at hand; arrays by person that are never cleared, because each day is a new period. */
class Memory {
  readonly known = new Map<string, Repeated>()
  readonly people: number
  private period = 0
  /** Of a merged person, the last period that it was seen in, and the member that was seen. */
  private readonly seen: Uint32Array
  private readonly member: Uint32Array

  constructor(private readonly merges: Merges) {
    this.people = merges.canon.length
    this.seen = new Uint32Array(this.people)
    this.member = new Uint32Array(this.people)
  }

  find(segments: readonly Segment[]): Repeated {
    this.period += 1
    const firsts = segments.map(({ person }) => firstRowsOfMerged(person, this.merges.isMerged))
    let rivals = false
    segments.forEach(({ person }, i) => {
      if (this.meet(person, firsts[i] as Uint32Array)) rivals = true
    })
    if (!rivals) return none
    const seconds = new SecondsOfPeople()
    segments.forEach((segment, i) => {
      this.compare(segment, firsts[i] as Uint32Array, seconds)
    })
    return { times: Uint32Array.from(seconds.times), people: Uint32Array.from(seconds.people) }
  }

  /** @returns whether somebody was seen as more than one member */
  private meet(person: Uint32Array, firsts: Uint32Array): boolean {
    const { seen, member, period } = this
    const { canon } = this.merges
    let rivals = false
    for (let i = 0; i < firsts.length; i++) {
      const one = person[firsts[i] as number] as number
      const who = canon[one] as number
      if (seen[who] !== period) {
        seen[who] = period
        member[who] = one
      } else if (member[who] !== one) {
        member[who] = several
        rivals = true
      }
    }
    return rivals
  }

  private compare({ person, time }: Segment, firsts: Uint32Array, seconds: SecondsOfPeople): void {
    const { canon } = this.merges
    for (let i = 0; i < firsts.length; i++) {
      let row = firsts[i] as number
      const one = person[row] as number
      const who = canon[one] as number
      if (this.member[who] !== several) continue
      for (; person[row] === one; row++) seconds.add(who, time[row] as number)
    }
  }
}

/** Where the rows of each merged person begin. No branch in the pass: nobody could foretell it. */
function firstRowsOfMerged(person: Uint32Array, isMerged: Uint32Array): Uint32Array {
  const rows = new Uint32Array(person.length)
  let found = 0
  let last = 0
  for (let row = 0; row < person.length; row++) {
    const one = person[row] as number
    rows[found] = row
    found += Number(one !== last) & ((isMerged[one >>> 5] as number) >>> one)
    last = one
  }
  return rows.slice(0, found)
}

/** A set of (person, second of the day) in typed arrays. */
class SecondsOfPeople {
  /** Of those that were there already. */
  readonly times: number[] = []
  readonly people: number[] = []
  private used = 0
  private person = new Uint32Array(1024)
  private second = new Uint32Array(1024)

  /** @param person not 0, which marks a free slot */
  add(person: number, time: number): void {
    if (this.used * 2 > this.person.length) this.grow()
    if (this.put(person, Math.floor(time / 1000))) return
    this.times.push(time)
    this.people.push(person)
  }

  private put(person: number, second: number): boolean {
    const mask = this.person.length - 1
    let slot = (Math.imul(person, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) & mask
    for (; this.person[slot] !== 0; slot = (slot + 1) & mask) {
      if (this.person[slot] === person && this.second[slot] === second) return false
    }
    this.person[slot] = person
    this.second[slot] = second
    this.used += 1
    return true
  }

  private grow(): void {
    const { person, second } = this
    this.person = new Uint32Array(person.length * 2)
    this.second = new Uint32Array(person.length * 2)
    this.used = 0
    for (let i = 0; i < person.length; i++) {
      if (person[i] !== 0) this.put(person[i] as number, second[i] as number)
    }
  }
}

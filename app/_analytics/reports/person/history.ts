import { mostOfEach, type PersonEntries } from './entries'
import type { PropertyHistory, Stretch } from './person-query'

/** Stretches shown of a property; those before are counted only. */
const mostStretches = 100

/**
 * How each property of a person went (kissmetrics.md, 3.2): its last 1,000 values, equal neighbours as one stretch,
 * the newest first. Values of one second stand in the order they were received in.
 */
export function historyOf(values: PersonEntries['values']): PropertyHistory[] {
  const byName = new Map<string, PersonEntries['values']>()
  for (const one of values) {
    const same = byName.get(one.name)
    if (same) same.push(one)
    else byName.set(one.name, [one])
  }
  const histories = Array.from(byName, ([name, all]) => {
    const ordered = all.sort((a, b) => a.at - b.at || a.order - b.order).slice(-mostOfEach)
    return { name, values: ordered.length, stretches: stretches(ordered) }
  })
  const last = ({ stretches: [newest] }: PropertyHistory) => newest?.to ?? 0
  return histories.sort((a, b) => last(b) - last(a) || (a.name < b.name ? -1 : 1))
}

function stretches(ordered: readonly { value: string; at: number }[]): Stretch[] {
  const found: Stretch[] = []
  for (const { value, at } of ordered) {
    const open = found.at(-1)
    if (open?.value === value) {
      open.to = at
      open.times += 1
    } else found.push({ value, from: at, to: at, times: 1 })
  }
  return found.slice(-mostStretches).reverse()
}

import { day } from '@/_platform/clock'
import type { PropertiesAnswer, PropertiesQuery } from './queries'
import type { PropertyUse, Source } from './source'
import { dayName } from './zone-days'

/** What properties there are, how often each has had a value since a day, and whether numbers and texts mix. */
export function properties(source: Source, { since }: PropertiesQuery): PropertiesAnswer {
  const found = new Map<string, PropertyUse>()
  for (const use of source.properties(Date.parse(since) / day)) {
    const known = found.get(use.name)
    if (!known) found.set(use.name, { ...use })
    else {
      known.count += use.count
      known.lastDay = Math.max(known.lastDay, use.lastDay)
      known.numbers ||= use.numbers
      known.texts ||= use.texts
    }
  }
  const seen = [...found.values()].map(({ name, count, lastDay, numbers, texts }) => {
    return { name, count, lastDay: dayName(lastDay), mixed: numbers && texts }
  })
  return { properties: seen.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)) }
}

const roads = [
  ['visited site', 'viewed product', 'added to cart', 'started checkout', 'purchased'],
  ['visited site', 'signed up', 'started trial', 'subscription billed'],
  ['visited site', 'signed up', 'billed'],
  ['page view', 'engaged'],
]

/** Events of a site that usually follow each other, for a report that nobody has described yet. */
export function pathThrough(events: readonly string[]): string[] {
  const found = roads.map(road => road.filter(event => events.includes(event)))
  const longest = found.sort((a, b) => b.length - a.length)[0] ?? []
  return longest.length > 1 ? longest : events.slice(0, 2)
}

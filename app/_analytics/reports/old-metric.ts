/**
 * The query of the metrics report that shows what an address of the former page for one event showed: how often it
 * happened, day by day. What the former page did not read is left out.
 */
export function fromOldMetric(old: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams({ calculation: 'times' })
  const event = old.get('event')?.trim().toLowerCase()
  if (event) query.set('first.event', event)
  for (const name of ['range', 'from', 'to', 'compare']) {
    const value = old.get(name)
    if (value) query.set(name, value)
  }
  if (event) query.set('by', 'day')
  return query
}

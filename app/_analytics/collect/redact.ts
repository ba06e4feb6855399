import type { Step } from './draft'
import { redactSensitive } from './sensitive'

/**
 * Takes out what must never be written (promise C7): payment cards and national numbers wherever they stand in a
 * value or a name, and every value in which a pattern of the site's own is found. The owner sees how often, and
 * in which property.
 */
export const redact: Step = ({ hit, properties, site, sender }, { note }) => {
  const { id } = site.site
  if (hit._n) hit._n = redactSensitive(hit._n)
  for (const [name, value] of properties) {
    const clean = site.isPrivate?.(value) ? '[redacted]' : redactSensitive(value)
    const cleanName = redactSensitive(name)
    if (clean === value && cleanName === name) continue
    properties.delete(name)
    properties.set(cleanName, clean)
    note(id, `redacted:${cleanName}`, sender.received)
  }
}

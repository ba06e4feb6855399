import type { Step } from './draft'
import { redactSensitive } from './sensitive'

/**
 * Takes out what must never be written (promise C7): payment cards and national numbers wherever they stand in a
 * value or a name, and every value in which a pattern of the site's own is found. The owner sees how often, and
 * in which property.
 */
export const redact: Step = ({ hit, properties, site, sender }, { note }) => {
  const { id } = site.site
  if (hit._n) hit._n = withoutSensitive(hit._n)
  for (const [name, value] of properties) {
    const kept = site.isPrivate?.(value) ? '[redacted]' : withoutSensitive(value)
    const cleanName = withoutSensitive(name)
    if (kept === value && cleanName === name) continue
    properties.delete(name)
    properties.set(cleanName, kept)
    note(id, `redacted:${cleanName}`, sender.received)
  }
}

/** Texts that were found clean lately: most hits say what others said. One that was not is never kept here. */
const clean = new Set<string>()
const maxKept = 10_000
const maxKeptLength = 256

function withoutSensitive(text: string): string {
  if (clean.has(text)) return text
  const redacted = redactSensitive(text)
  if (redacted === text && text.length <= maxKeptLength) {
    if (clean.size >= maxKept) clean.clear()
    clean.add(text)
  }
  return redacted
}

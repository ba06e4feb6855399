import type { Variants } from '@/_analytics/tracker/api'
import { KM } from '../page/library'
import { randomId } from '../page/random-id'
import { config } from '../page/settings'

/** Kissmetrics' bucket of a visitor, 0 to 99, the same in every test (kissmetrics.md, 2.10). */
export const legacyBucket = (id: string): number => sum(id) % 100

const sum = (text: string) => [...text].reduce((total, letter) => total + letter.charCodeAt(0), 0)

/** A place in [0, 100) that depends on the test's name too, so that tests do not share their groups (FNV-1a). */
export function decorrelatedPlace(id: string, test: string): number {
  let hash = 0x811c9dc5
  for (const letter of `${test}\n${id}`) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32) * 100
}

/** The first variant whose share, added to those before it, reaches the bucket; shares may be on any scale. */
export function pickVariant(variants: Variants, bucket: number, legacy: boolean): string | null {
  const shares: [string, number][] = Array.isArray(variants)
    ? variants.map(name => [name, 1])
    : Object.entries(variants)
  const scale = 100 / shares.reduce((total, [, share]) => total + share, 0)
  let reached = 0
  for (const [name, share] of shares) {
    reached += share * scale
    if (legacy ? reached >= bucket : reached > bucket) return name
  }
  return shares.length ? shares[shares.length - 1]![0] : null
}

const drawn: Record<string, string | null> = {}

/**
 * Draws the visitor's variant of a test and sets it as a property, once a page.
 * A visitor who is not recorded, or keeps no cookie, gets the first variant and takes no part in the test.
 */
export function ab(
  name?: string,
  variants: Variants = [],
  done?: (variant: string | null) => void,
): string | null {
  if (!name) return null
  if (!(name in drawn)) {
    if (!KM.gc('abi')) KM.sc('abi', randomId())
    const id = KM.gc('abi')
    const bucket = config.l ? legacyBucket(id || '') : decorrelatedPlace(id || '', name)
    drawn[name] = pickVariant(variants, id ? bucket : 0, !!config.l)
    if (id && drawn[name] !== null) KM.set({ [name]: drawn[name] }, done && (() => done(drawn[name]!)))
    else done?.(drawn[name]!)
  } else done?.(drawn[name]!)
  return drawn[name]!
}

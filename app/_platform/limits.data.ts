import type { Clock } from './clock'
import { db } from './db'
import { AppError } from './errors'
import { keyedHash } from './secret'

/** A token bucket: `burst` at once, and then one more every `every` milliseconds. */
export type Limit = { name: string; burst: number; every: number }

const keyOf = (limit: Limit, who: string) => keyedHash(`limit:${limit.name}`, who)

/**
 * Takes one token of `who`'s bucket, in one statement, so that racing requests cannot take the same one. Buckets
 * are rows: a restart forgets nothing. `who` is kept only as a keyed hash.
 * @returns milliseconds until a token is there; 0 when one was taken
 */
export async function take(limit: Limit, who: string, clock: Clock): Promise<number> {
  const key = keyOf(limit, who)
  const { burst, every } = limit
  const now = clock()
  const taken = await db().$queryRaw<unknown[]>`
    INSERT INTO "RateBucket" ("key", "tokens", "updatedAt") VALUES (${key}, ${burst} - 1, ${now})
    ON CONFLICT ("key") DO UPDATE SET
      "tokens" = min(${burst}, "tokens" + max(0, ${now} - "updatedAt") * 1.0 / ${every}) - 1,
      "updatedAt" = ${now}
    WHERE "tokens" + max(0, ${now} - "updatedAt") * 1.0 / ${every} >= 1
    RETURNING "key"`
  if (taken.length > 0) return 0
  const bucket = await db().rateBucket.findUnique({ where: { key } })
  if (!bucket) return 0
  return Math.max(1, Math.ceil((1 - bucket.tokens) * every - Math.max(0, now - bucket.updatedAt)))
}

/** Puts a token back, for an attempt that turned out to be welcome. */
export async function giveBack(limit: Limit, who: string): Promise<void> {
  await db().$executeRaw`
    UPDATE "RateBucket" SET "tokens" = min(${limit.burst}, "tokens" + 1) WHERE "key" = ${keyOf(limit, who)}`
}

/** @throws AppError 'too_many' with the waiting time in words */
export async function takeOrRefuse(limit: Limit, who: string, clock: Clock): Promise<void> {
  const wait = await take(limit, who, clock)
  if (wait > 0) throw new AppError('too_many', `Too many attempts. Wait ${inWords(wait)}, then try again.`)
}

function inWords(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  if (seconds <= 90) return seconds === 1 ? '1 second' : `${seconds} seconds`
  return `${Math.ceil(seconds / 60)} minutes`
}

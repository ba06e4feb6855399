import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Clock } from '@/_platform/clock'
import { addressBlock } from '@/_platform/http/address-block'
import { callerAddress } from '@/_platform/http/caller'

type Bucket = { tokens: number; at: number }

/** What one network, and all of them together, may send: `burst` at once, then one every `every` milliseconds. */
const each = { burst: 10, every: 6000 }
const all = {
  comments: { burst: 60, every: 200 },
  // Hundreds register in the minute in which a webinar is announced.
  webinars: { burst: 600, every: 50 },
}
const mostNetworks = 20_000

/** Takes one token. */
function take(bucket: Bucket, limit: typeof each, now: number): boolean {
  bucket.tokens = Math.min(limit.burst, bucket.tokens + (now - bucket.at) / limit.every)
  bucket.at = now
  if (bucket.tokens < 1) return false
  bucket.tokens -= 1
  return true
}

const sorry =
  'Very many forms arrive at the moment. Nothing of yours was stored: go back, where what you typed still stands, and send it again in a minute.\n'

/**
 * Stands before everything else and turns floods away: a refusal costs no render, no database and no body, so that
 * reading does not slow down. What it lets through meets the lasting limits of comments.data.ts.
 * @returns a door that answers a refused request, and says false to every other
 */
export function commentGate(options: { clock: Clock; trustedProxies: number }) {
  const { clock, trustedProxies } = options
  const networks = new Map<string, Bucket>()
  const everyone = {
    comments: { tokens: all.comments.burst, at: clock() },
    webinars: { tokens: all.webinars.burst, at: clock() },
  }

  function mayPass(what: keyof typeof all, address: string): boolean {
    const now = clock()
    const name = `${what} ${addressBlock(address)}`
    const bucket = networks.get(name) ?? { tokens: each.burst, at: now }
    networks.delete(name)
    networks.set(name, bucket)
    if (networks.size > mostNetworks) networks.delete(networks.keys().next().value!)
    return take(bucket, each, now) && take(everyone[what], all[what], now)
  }

  return (req: IncomingMessage, res: ServerResponse): boolean => {
    const [, what] = /^\/(comments|webinars)\//.exec(req.url ?? '') ?? []
    if (req.method !== 'POST' || !what) return false
    if (mayPass(what as keyof typeof all, callerAddress(req, trustedProxies))) return false
    res.writeHead(429, {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-store',
      'Retry-After': '60',
      Connection: 'close',
    })
    res.end(sorry)
    return true
  }
}

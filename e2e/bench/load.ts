import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import autocannon from 'autocannon'
import type { Options } from './options'
import { browser } from './server'

export type Load = {
  /** Requests that were answered. */
  count: number
  seconds: number
  /** Milliseconds. */
  p50: number
  p99: number
  /** Answers that are no success, and broken connections. */
  errors: number
}

export type Target = { url: string; hits?: { key: string; run: string } }

/** Loads an address of this machine for `seconds` over `connections`. */
export function load(target: Target, connections: number, { tool, seconds }: Options): Promise<Load> {
  if (new URL(target.url).hostname !== '127.0.0.1') throw new Error('Only this machine is ever loaded.')
  return tool === 'wrk' ? withWrk(target, connections, seconds) : withAutocannon(target, connections, seconds)
}

async function withWrk({ url, hits }: Target, connections: number, seconds: number): Promise<Load> {
  const script = hits ? 'e2e/bench/hits.lua' : 'e2e/bench/pages.lua'
  const args = ['-t2', `-c${connections}`, `-d${seconds}s`, '--timeout', '5s', '-s', script, url]
  if (hits) args.push('--', hits.key, hits.run)
  const { stdout } = await promisify(execFile)('wrk', args)
  return JSON.parse(stdout.trimEnd().split('\n').at(-1)!) as Load
}

async function withAutocannon({ url, hits }: Target, connections: number, seconds: number): Promise<Load> {
  let sent = 0
  const nextHit = (request: autocannon.Request): autocannon.Request => ({
    ...request,
    path: `/e?_k=${hits?.key}&_n=Page+View&_i=${hits?.run}${++sent}&_p=person${sent % 50_000}&Viewed+URL=https%3A%2F%2Fbench.example%2F${hits?.run}%2F${sent % 300}`,
  })
  const { requests, duration, latency, errors, non2xx } = await autocannon({
    url,
    connections,
    duration: seconds,
    headers: { 'user-agent': browser, 'accept-encoding': 'gzip, deflate, br' },
    ...(hits && { requests: [{ setupRequest: nextHit }] }),
  })
  const { p50, p99 } = latency
  return { count: requests.total, seconds: duration, p50, p99, errors: errors + non2xx }
}

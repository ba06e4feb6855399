import { KM } from '../page/library'
import type { Wire } from '../page/send'

const now = () => Math.round(Date.now() / 1000)

/** A hit as an address on the tracking host: `/e`, `/s` or `/a` with everything in its query. */
function toPath({ _p2, ...hit }: Wire): string {
  const door = _p2 ? 'a' : hit._n ? 'e' : 's'
  const query = new URLSearchParams({ ...(hit as Record<string, string>), ...(_p2 && { _n: `${_p2}` }) })
  return `/${door}${KM.to!.replace(/.*\/c/, '')}&${query}`
}

/** One that says its own time may arrive late. */
const toItem = (hit: Wire) => `${hit._d ? now() : hit._t} ${toPath(hit)}`

/** Items of `km_uq` (`SECONDS PATH`, joined by `|`), each once, that are not older than five minutes. */
const recent = (items: string[]) =>
  [...new Set(items)].filter(item => Number.parseInt(item, 10) > now() - 300)

/** Keeps what fits into 2,048 characters; the oldest go first. */
function keep(items: string[]): void {
  const left = [...items]
  while (encodeURIComponent(left.join('|')).length > 2048) left.shift()
  KM.sc('uq', left.join('|'))
}

/** What the cookie holds: items, and below them batches as the core leaves them, one JSON a line. */
function stored(): string[] {
  const [items = '', ...batches] = (KM.gc('uq') || '').split('\n')
  const hits = batches.flatMap(batch => JSON.parse(batch) as Wire[])
  return recent([...items.split('|'), ...hits.map(toItem)])
}

/**
 * Sends once more what did not arrive, as images, which a strict policy may allow where it forbids the rest.
 * @param hits what has just failed, where the cookie had no room for it
 */
export function retry(hits: Wire[] = []): void {
  // Through JSON, which leaves out what is undefined.
  const failed = JSON.parse(JSON.stringify(hits)) as Wire[]
  const items = recent([...stored(), ...failed.map(toItem)])
  keep(items)
  for (const item of items) {
    const image = new Image()
    image.onload = () => keep(stored().filter(one => one !== item))
    image.src = KM.to!.replace(/\/c\?.*/, item.split(' ')[1]!)
  }
}

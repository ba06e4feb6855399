import type { Hit } from '../hit'
import { bulkWriteAside } from '../store/bulk'
import { type DemoSite, filled, setFilled } from './demo.data'
import { generate } from './generate'
import { demo } from './known'
import { publicSite } from './public-site'
import { shop } from './shop'

/** How many hits `npm start` gives each demo site: about three months of a small company's traffic. */
export const usualSize = { own: 75_000, client: 20_000 }

/** Hits between two reports of progress. */
const step = 5_000

/**
 * Writes one batch of demo hits into a site's file. Each further batch is other people. No other process may be
 * using the data folder.
 * @param given.now Unix ms, where the demo ends
 * @param onProgress gets how many of the hits are made
 * @returns how many hits were written
 */
export async function fill(
  dataDir: string,
  site: DemoSite,
  given: { events: number; now: number },
  onProgress: (made: number) => void,
): Promise<number> {
  const { batches } = await filled(site.id)
  await setFilled(site.id, { batches, interrupted: true })
  const world = site.key === demo.client.key ? shop(site.url) : publicSite(site.url)
  const hits = generate({ world, ...given, batch: batches })
  const written = await bulkWriteAside(dataDir, site.id, counted(hits, onProgress))
  await setFilled(site.id, { batches: batches + 1, interrupted: false })
  return written
}

function* counted(hits: Iterable<Hit>, onProgress: (made: number) => void): Generator<Hit> {
  let made = 0
  for (const hit of hits) {
    yield hit
    if (++made % step === 0) onProgress(made)
  }
  onProgress(made)
}

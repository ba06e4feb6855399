import { parentPort, workerData } from 'node:worker_threads'
import { answerCalls } from '@/_platform/worker-calls'
import { exportSite } from '../store/export'
import { SiteReader } from '../store/site-reader'
import { answer } from './answer'
import type { Query } from './queries'

/** Sites whose files and tails are kept open. */
const keptOpen = 32

export type ReportsRequest = { site: string; query: Query } | { site: string; query: 'export' }

const { dataDir } = workerData as { dataDir: string }
const readers = new Map<string, SiteReader>()
const exports = new Map<string, Generator<string>>()

/** The site's reader; the one that was not used for longest makes room. */
function readerOf(site: string): SiteReader {
  const reader = readers.get(site) ?? new SiteReader(dataDir, site)
  readers.delete(site)
  readers.set(site, reader)
  const [oldest] = readers.keys()
  if (readers.size > keptOpen && oldest !== undefined) {
    readers.get(oldest)?.close()
    readers.delete(oldest)
  }
  return reader
}

/** The next piece of an export's text; undefined at its end. */
function nextPiece(site: string): string | undefined {
  const pieces = exports.get(site) ?? exportSite(dataDir, site)
  exports.set(site, pieces)
  return pieces.next().value as string | undefined
}

answerCalls(parentPort, ({ site, query }: ReportsRequest) =>
  query === 'export' ? nextPiece(site) : readerOf(site).read(source => answer(source, query)),
)

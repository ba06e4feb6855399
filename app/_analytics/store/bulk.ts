import { existsSync } from 'node:fs'
import { WorkerCalls } from '@/_platform/worker-calls'
import { workerFile } from '@/_platform/workers'
import type { Hit } from '../hit'
import { Draft, type FinishedDraft, transferable } from './draft'
import { appendRun } from './run-writer'
import { openSiteFile } from './site-file'

/**
 * Writes hits straight into a site's file, without the log: the way in for demo data and imports. Give them in
 * receive order; how old they are does not matter. Each 250,000 are one transaction; what was written before a
 * failure stays. No other process may write the data folder meanwhile.
 * @param onProgress called after each run with the number of hits written so far
 * @returns the number of hits given
 * @throws AppError 'unavailable' when the site's file is of a newer version
 */
export function bulkWrite(
  dataDir: string,
  site: string,
  hits: Iterable<Hit>,
  onProgress?: (written: number) => void,
): number {
  const write = runWriter(dataDir, site)
  try {
    let written = 0
    for (const draft of drafts(hits)) {
      write.run(draft)
      written += draft.rows
      onProgress?.(written)
    }
    return written
  } finally {
    write.close()
  }
}

/**
 * The same, with a thread of its own for the file while this one makes the next hits: twice as fast on two cores.
 * Two runs are in memory at most. Does all of it here where the worker was not bundled yet.
 */
export async function bulkWriteAside(
  dataDir: string,
  site: string,
  hits: Iterable<Hit>,
  onProgress?: (written: number) => void,
): Promise<number> {
  if (!existsSync(workerFile('bulk-writer'))) return bulkWrite(dataDir, site, hits, onProgress)
  const worker = new WorkerCalls('bulk-writer', { dataDir, site })
  try {
    let written = 0
    let running: Promise<unknown> = Promise.resolve()
    for (const draft of drafts(hits)) {
      await running
      const packed = draft.pack()
      running = worker.call(packed, transferable(packed))
      // Its failure is thrown by the next await; until then nobody waits for it.
      running.catch(() => {})
      written += packed.rows
      onProgress?.(written)
    }
    await running
    return written
  } finally {
    await worker.close()
  }
}

/** Writes one run after the other into a site's file. */
export function runWriter(dataDir: string, site: string): { run(draft: FinishedDraft): void; close(): void } {
  const db = openSiteFile(dataDir, site)
  const write = db.transaction((draft: FinishedDraft) => appendRun(db, draft)).immediate
  return { run: write, close: () => db.close() }
}

function* drafts(hits: Iterable<Hit>): Generator<Draft> {
  let draft = new Draft()
  for (const hit of hits) {
    draft.add(hit, JSON.stringify(hit))
    if (!draft.full) continue
    yield draft
    draft = new Draft()
  }
  if (draft.rows) yield draft
}

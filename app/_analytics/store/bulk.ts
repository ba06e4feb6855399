import type { Hit } from '../hit'
import { Draft } from './draft'
import { appendRun } from './run-writer'
import { openSiteFile } from './site-file'

/**
 * Writes hits straight into a site's file, without the log: the way in for demo data and imports. Give them in
 * receive order. Each 250,000 are one transaction; what was written before a failure stays.
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
  const db = openSiteFile(dataDir, site)
  try {
    let written = 0
    let draft = new Draft()
    const write = db.transaction(() => appendRun(db, draft)).immediate
    const flush = () => {
      write()
      onProgress?.(written)
      draft = new Draft()
    }
    for (const hit of hits) {
      draft.add(hit, JSON.stringify(hit))
      written += 1
      if (draft.full) flush()
    }
    if (draft.rows) flush()
    return written
  } finally {
    db.close()
  }
}

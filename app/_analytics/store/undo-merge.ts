import { findIdentities } from './dictionary'
import { hasSiteFile, openSiteFile } from './site-file'

/** Which two person numbers are apart again. */
export type Undone = { a: number; b: number }

/**
 * Takes back that two identities are one person. Reports know at once, of all history; nothing that was received
 * is changed, and the alias stays on file as one that was undone. What else joins the two, joins them still. A later
 * alias of the same two merges them again.
 * @param at Unix seconds
 * @returns undefined when nothing says that the two are one person
 * @throws AppError 'unavailable' when the file is of a newer version
 */
export function undoMerge(
  dataDir: string,
  site: string,
  identities: readonly [string, string],
  at: number,
): Undone | undefined {
  if (!hasSiteFile(dataDir, site)) return undefined
  const db = openSiteFile(dataDir, site)
  try {
    const numbers = findIdentities(db, identities) as [number, number]
    const [a, b] = [Math.min(...numbers), Math.max(...numbers)]
    const { changes } = db
      .prepare('UPDATE alias SET undone = ? WHERE a = ? AND b = ? AND undone IS NULL')
      .run(at, a, b)
    return changes ? { a, b } : undefined
  } finally {
    db.close()
  }
}

import type { Hit } from '../hit'
import { Draft, maxRun } from './draft'
import { LogReader, type LogRow } from './log-reader'
import { RunLines } from './row-blocks'
import { dueForMerge } from './run-tiers'
import { appendRun, writeRun } from './run-writer'
import { openSiteFile, type SiteDb } from './site-file'
import { setWatermark, watermark } from './site-state'

/** Rows read from the log at a time. */
const readChunk = 10_000

/** What a compaction achieved: every site's file contains the log up to this seq. */
export type Compacted = { contained: number; failures: { site: string; message: string }[] }

/**
 * Moves the log's rows into their sites' files. Each site's rows and its new watermark are one transaction, so
 * that a crash at any point neither loses a row nor takes one twice. A site whose file can't be written keeps
 * its rows in the log and holds up no other.
 */
export function compactLog(dataDir: string): Compacted {
  const log = LogReader.open(dataDir)
  const failed = new Map<string, { first: number; message: string }>()
  let seq = 0
  try {
    for (let batch = log && readBatch(log, 0); log && batch?.size; batch = readBatch(log, seq)) {
      for (const [site, rows] of batch) {
        seq = Math.max(seq, rows.at(-1)?.seq ?? 0)
        if (failed.has(site)) continue
        try {
          compactSite(dataDir, site, log.id, rows)
        } catch (error) {
          failed.set(site, { first: rows[0]?.seq ?? 0, message: (error as Error).message })
        }
      }
    }
  } finally {
    log?.close()
  }
  const failures = [...failed].map(([site, { message }]) => ({ site, message }))
  return { contained: Math.min(seq, ...[...failed.values()].map(failure => failure.first - 1)), failures }
}

/** The next rows of the log by site, no more than one run of them. */
function readBatch(log: LogReader, after: number): Map<string, LogRow[]> {
  const sites = new Map<string, LogRow[]>()
  let seq = after
  for (let read = 0; read < maxRun.rows; read += readChunk) {
    const rows = log.rows(seq, readChunk)
    for (const row of rows) {
      const same = sites.get(row.site)
      if (same) same.push(row)
      else sites.set(row.site, [row])
    }
    seq = rows.at(-1)?.seq ?? seq
    if (rows.length < readChunk) break
  }
  return sites
}

function compactSite(dataDir: string, site: string, log: number, rows: readonly LogRow[]): void {
  const db = openSiteFile(dataDir, site)
  try {
    const contained = watermark(db, log)
    const fresh = rows.filter(row => row.seq > contained)
    for (let from = 0; from < fresh.length; ) {
      const draft = new Draft()
      while (from < fresh.length && !draft.full) {
        const { line } = fresh[from++] as LogRow
        draft.add(JSON.parse(line) as Hit, line)
      }
      db.transaction(() => {
        appendRun(db, draft)
        setWatermark(db, log, fresh[from - 1]?.seq ?? contained)
      }).immediate()
    }
    while (mergeRuns(db)) {}
  } finally {
    db.close()
  }
}

/**
 * Writes neighbouring small runs again as one, in one transaction.
 * @returns whether there were any
 */
export function mergeRuns(db: SiteDb): boolean {
  const runs = db.prepare('SELECT first, rows FROM run ORDER BY first').all() as {
    first: number
    rows: number
  }[]
  const due = dueForMerge(runs.map(run => run.rows))
  if (!due) return false
  const small = runs.slice(...due)
  db.transaction(() => {
    const draft = new Draft()
    const begin = small[0]?.first ?? 0
    const end = small.reduce((last, run) => Math.max(last, run.first + run.rows), begin)
    for (const run of small) {
      const lines = new RunLines(db, run.first, run.rows)
      for (let row = 0; row < lines.length; row++) {
        const line = lines.line(row)
        if (line !== undefined) draft.add(JSON.parse(line) as Hit, line, run.first - begin + row)
      }
      for (const table of ['segment', 'block'])
        db.prepare(`DELETE FROM ${table} WHERE run = ?`).run(run.first)
      db.prepare('DELETE FROM run WHERE first = ?').run(run.first)
    }
    writeRun(db, draft, begin, end - begin)
  }).immediate()
  return true
}

import type { Hit } from '../hit'
import { LogReader } from './log-reader'
import { RunLines } from './row-blocks'
import { readSiteFile, type SiteDb } from './site-file'
import { watermark } from './site-state'

/** Lines in a piece of text. */
const pieceLines = 1000

/**
 * Everything stored for a site as NDJSON in the raw-export form (kissmetrics.md 1.14), in receive order,
 * duplicates included, in pieces. At most one run is in memory at a time.
 */
export function* exportSite(dataDir: string, site: string): Generator<string> {
  const log = LogReader.open(dataDir)
  let db: SiteDb | undefined
  try {
    for (let next = 0; ; ) {
      db ??= readSiteFile(dataDir, site)
      if (db) next = yield* exportRuns(db, next)
      if (!log) return
      // The log is held still before the file is looked at again: what was compacted meanwhile shows as a run.
      const done = yield* log.frozen(function* () {
        db ??= readSiteFile(dataDir, site)
        if (db && nextRun(db, next)) return false
        yield* exportTail(log, site, db ? watermark(db, log.id) : 0)
        return true
      })
      if (done) return
    }
  } finally {
    db?.close()
    log?.close()
  }
}

/** @returns the number of the first hit that is in no run */
function* exportRuns(db: SiteDb, from: number): Generator<string, number> {
  let next = from
  for (;;) {
    const run = nextRun(db, next)
    if (!run) return next
    yield* pieces(linesOf(run.lines, next - run.first))
    next = run.first + run.lines.length
  }
}

/** The run that the hit of this number is in; runs that were merged meanwhile hold it at another place. */
function nextRun(db: SiteDb, hit: number): { first: number; lines: RunLines } | undefined {
  return db.transaction(() => {
    const run = db
      .prepare('SELECT first, rows FROM run WHERE first + rows > ? ORDER BY first LIMIT 1')
      .get(hit) as { first: number; rows: number } | undefined
    return run && { first: run.first, lines: new RunLines(db, run.first, run.rows) }
  })()
}

function* exportTail(log: LogReader, site: string, after: number): Generator<string> {
  for (let seq = after; ; ) {
    const rows = log.rowsOf(site, seq, pieceLines)
    const last = rows.at(-1)
    if (!last) return
    yield* pieces(rows.map(row => row.line))
    seq = last.seq
  }
}

function* linesOf(lines: RunLines, from: number): Generator<string> {
  for (let row = from; row < lines.length; row++) {
    const line = lines.line(row)
    if (line !== undefined) yield line
  }
}

function* pieces(lines: Iterable<string>): Generator<string> {
  let piece = ''
  let count = 0
  for (const line of lines) {
    piece += `${exported(line)}\n`
    count += 1
    if (count % pieceLines) continue
    yield piece
    piece = ''
  }
  if (piece) yield piece
}

/** A hit without what is only ours: receive time, insert id and the mark of a bot. */
function exported(line: string): string {
  const { _r, _i, _b, ...hit } = JSON.parse(line) as Hit
  return JSON.stringify(hit)
}

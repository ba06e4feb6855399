import { renameSync, rmSync } from 'node:fs'
import type { Hit } from '../hit'
import { Draft } from './draft'
import { RunLines } from './row-blocks'
import { writeRun } from './run-writer'
import { openSiteAt, type SiteDb, scrub, siteFile } from './site-file'
import { nextGeneration } from './site-state'

/**
 * Makes a site's columns and dictionaries anew from its raw hits, in a file beside the old one that takes its place
 * when it is whole. People keep their numbers and merges stay as they are, so every report answers the same.
 * No other process may have the data folder open.
 * @param onProgress gets how many hits are done, of how many
 * @returns how many hits there are
 * @throws AppError 'not_found' when nothing of the site was stored yet
 */
export function rebuildSite(
  dataDir: string,
  site: string,
  onProgress: (done: number, of: number) => void = () => {},
): number {
  const path = siteFile(dataDir, site)
  const beside = `${path}.rebuilt`
  remove(beside)
  const old = openSiteAt(path, 'existing')
  const fresh = openSiteAt(beside)
  try {
    copyPeople(old, fresh)
    const runs = old.prepare('SELECT first, rows FROM run ORDER BY first').all() as Run[]
    const all = runs.reduce((sum, run) => sum + run.rows, 0)
    let done = 0
    for (const run of runs) {
      const draft = draftOf(old, run)
      fresh.transaction(() => writeRun(fresh, draft, run.first, run.rows)).immediate()
      done += run.rows
      onProgress(done, all)
    }
    scrub(fresh)
  } catch (error) {
    fresh.close()
    remove(beside)
    throw error
  } finally {
    old.close()
  }
  const { hits } = fresh.prepare('SELECT coalesce(sum(rows), 0) AS hits FROM run').get() as { hits: number }
  fresh.close()
  remove(path, ['-wal', '-shm'])
  renameSync(beside, path)
  remove(beside)
  return hits
}

type Run = { first: number; rows: number }

const remove = (path: string, parts = ['', '-wal', '-shm']) => {
  for (const part of parts) rmSync(path + part, { force: true })
}

function draftOf(db: SiteDb, { first, rows }: Run): Draft {
  const draft = new Draft()
  const lines = new RunLines(db, first, rows)
  for (let place = 0; place < rows; place++) {
    const line = lines.line(place)
    if (line !== undefined) draft.add(JSON.parse(line) as Hit, line, place)
  }
  return draft
}

/** What no raw hit says: who has which number, which merges were undone, and what of the log is in the file. */
function copyPeople(old: SiteDb, fresh: SiteDb): void {
  const copy = (table: string, columns: string) => {
    const insert = fresh.prepare(
      `INSERT OR REPLACE INTO ${table} (${columns}) VALUES (${columns.replace(/\w+/g, '?')})`,
    )
    for (const row of old.prepare(`SELECT ${columns} FROM ${table}`).raw().iterate())
      insert.run(...(row as unknown[]))
  }
  fresh
    .transaction(() => {
      copy('identity', 'person, identity')
      copy('alias', 'id, a, b, at, undone')
      copy('state', 'only, log, watermark, generation')
      nextGeneration(fresh)
    })
    .immediate()
}

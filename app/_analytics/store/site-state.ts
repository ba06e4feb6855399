import type { SiteDb } from './site-file'

/** The last seq of a log that the site's file contains; 0 when it was made from another log. */
export function watermark(db: SiteDb, log: number): number {
  const state = db.prepare('SELECT log, watermark FROM state').get() as { log: number; watermark: number }
  return state.log === log ? state.watermark : 0
}

/** Call it in the transaction that writes what the watermark covers. */
export function setWatermark(db: SiteDb, log: number, seq: number): void {
  db.prepare('UPDATE state SET log = ?, watermark = ?').run(log, seq)
}

/** Tells readers that something that was stored has changed. Call it in the transaction that changes it. */
export function nextGeneration(db: SiteDb): void {
  db.exec('UPDATE state SET generation = generation + 1')
}

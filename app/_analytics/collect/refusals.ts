import { day } from '@/_platform/clock'

export type RefusalCount = { siteId: string; day: string; reason: string; count: number }

/** Different reasons a site may have in one flush: property names are the sender's, so there must be a bound. */
const maxReasons = 500

/** Counts of what was dropped, per site, UTC day and reason, and nothing about who. `''` is an unknown key. */
export class Refusals {
  private counts = new Map<string, Map<string, number>>()

  /** @param at Unix ms, UTC */
  count(siteId: string, reason: string, at: number, times = 1): void {
    const bucket = `${Math.floor(at / day)} ${siteId}`
    let reasons = this.counts.get(bucket)
    if (!reasons) {
      reasons = new Map()
      this.counts.set(bucket, reasons)
    }
    const known = reasons.has(reason) || reasons.size < maxReasons
    const counted = known ? reason : 'other'
    reasons.set(counted, (reasons.get(counted) ?? 0) + times)
  }

  /** Hands out what was counted since the last time, and begins anew. */
  take(): RefusalCount[] {
    const taken = this.counts
    this.counts = new Map()
    return [...taken].flatMap(([bucket, reasons]) => {
      const blank = bucket.indexOf(' ')
      const siteId = bucket.slice(blank + 1)
      const date = new Date(Number(bucket.slice(0, blank)) * day).toISOString().slice(0, 10)
      return [...reasons].map(([reason, count]) => ({ siteId, day: date, reason, count }))
    })
  }

  /** Puts counts back that could not be written. */
  giveBack(counts: RefusalCount[]): void {
    for (const { siteId, day: date, reason, count } of counts) {
      this.count(siteId, reason, Date.parse(date), count)
    }
  }
}

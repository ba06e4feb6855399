import { type Clock, minute } from '@/_platform/clock'
import { shared, sharedOnce } from '@/_platform/shared'
import type { EventStore } from '../store/event-store'
import { dayIn, type Range, rangeOf } from './calendar'
import { ownSiteIfAny } from './own-site'
import type { ReadingAnswer, ReadingRow } from './queries'

/**
 * How the pages of the operator's own site under a path were read in the 30 days that end today (UTC), from the
 * same reports as any client's.
 */
export async function readingOf(under: string, clock: Clock): Promise<ReadingAnswer & { range: Range }> {
  const range = rangeOf('30', dayIn('UTC', clock()))
  const site = await ownSiteIfAny()
  if (!site) return { range, pages: [] }
  const answer = await shared<EventStore>('store').query(site.id, { report: 'reading', ...range, under })
  return { ...answer, range }
}

const keptFor = 10 * minute

/** How many people read a post in those 30 days, at most ten minutes old: every post's page asks. */
export async function readersOf(path: string, clock: Clock): Promise<number> {
  const kept = sharedOnce('blog-readers', () => ({ until: 0, pages: Promise.resolve<ReadingRow[]>([]) }))
  if (clock() >= kept.until) {
    kept.until = clock() + keptFor
    kept.pages = readingOf('/blog/', clock).then(({ pages }) => pages)
    kept.pages.catch(() => {
      kept.until = 0
    })
  }
  return (await kept.pages).find(page => page.path === path)?.readers ?? 0
}

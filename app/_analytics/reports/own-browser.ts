import { day } from '@/_platform/clock'
import { AppError } from '@/_platform/errors'
import { shared } from '@/_platform/shared'
import { isAnonymous } from '../collect/identify'
import type { EventStore } from '../store/event-store'
import { ownSiteIfAny } from './own-site'
import type { Entry } from './person/person-query'

/** What is stored of one browser on the operator's own site; the newest entries first, at most 100 of them. */
export type OwnBrowser = { entries: Entry[]; total: number }

const shown = 100
/** More than a browser writes in years; the rest is counted, and erased all the same. */
const read = 2000

/**
 * What is held under a browser's own random id on the operator's site (promise P7). Only such an id proves that the
 * asker is that browser: a name could be anybody's, so under one nothing is shown and nothing erased.
 * @param identity the value of `km_ai`, as the browser sent it
 */
export async function ownBrowser(identity: string): Promise<OwnBrowser> {
  const site = isAnonymous(identity) ? await ownSiteIfAny() : undefined
  if (!site) return { entries: [], total: 0 }
  const store = shared<EventStore>('store')
  const { people } = await store.query(site.id, { report: 'named', text: identity })
  const found = people.find(({ identities }) => identities.includes(identity))
  if (!found) return { entries: [], total: 0 }
  const { timeline } = await store.query(site.id, {
    report: 'person',
    person: found.person,
    zone: 'UTC',
    size: read,
  })
  const own = timeline.entries.filter(entry => entry.identity === identity && entry.kind !== 'merge')
  return { entries: own.slice(0, shown), total: own.length }
}

const mostTries = 4

/**
 * Erases everything that is held under a browser's own random id on the operator's site, and nothing of other
 * browsers of the same person. Nothing happens for a name.
 * @returns how many raw hits were taken out
 * @throws AppError 'unavailable' when it is in no report any more, but some of its bytes may still be in the file
 */
export async function eraseOwnBrowser(identity: string): Promise<number> {
  const site = isAnonymous(identity) ? await ownSiteIfAny() : undefined
  if (!site) return 0
  const store = shared<EventStore>('store')
  for (let tries = 1; ; tries++)
    try {
      return (await store.erasePerson(site.id, identity, { alone: true })).hits
    } catch (error) {
      // A report is still reading the file; each try waits for it.
      if (!(error instanceof AppError && error.code === 'unavailable') || tries === mostTries) throw error
    }
}

/** How often one network may ask what is held, and have it erased. */
export const askLimit = { name: 'held browser', burst: 20, every: day / 200 }

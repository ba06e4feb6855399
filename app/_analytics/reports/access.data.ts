import type { Role, Viewer } from '@/_accounts/viewer'
import { shared } from '@/_platform/shared'
import { hiddenEvents } from '../library/library.data'
import { siteByToken, siteFor } from '../sites.data'
import type { EventStore } from '../store/event-store'
import type { Answer, Query } from './queries'

/** No value is from after this day, so that none is counted where only names are wanted. */
const uncounted = '2999-01-01'

/**
 * A site that somebody may read reports of, because they are a member, hold its token or were given a link.
 * Only this file makes one.
 */
export class Access {
  private constructor(
    readonly site: { id: string; name: string; timezone: string; currency: string },
    /** What a member may do; undefined for tokens and links, which only read. */
    readonly role: Role | undefined,
  ) {}

  /** @throws AppError as siteFor */
  static async ofMember(viewer: Viewer | null, siteId: string): Promise<Access> {
    const site = await siteFor(viewer, siteId)
    return new Access(site, site.role)
  }

  /** @throws AppError as siteByToken */
  static async ofToken(authorization: string | null, siteId: string): Promise<Access> {
    return new Access(await siteByToken(authorization, siteId, 'export'), undefined)
  }

  ask<Q extends Query>(query: Q): Promise<Answer<Q>> {
    return shared<EventStore>('store').query(this.site.id, query)
  }

  /** The names that menus offer: what members have hidden is not among them (kissmetrics.md, 5.5). */
  async names(): Promise<{ events: string[]; properties: string[] }> {
    const [{ events }, { properties }] = await Promise.all([
      this.ask({ report: 'events', hidden: await hiddenEvents(this.site.id) }),
      this.ask({ report: 'properties', since: uncounted }),
    ])
    return { events: events.map(one => one.name), properties: properties.map(one => one.name).sort() }
  }
}

import type { Site } from '../sites'

/** A site with what the collector works out of its settings once instead of for every hit. */
export type CollectedSite = {
  site: Site
  blockedProperties: ReadonlySet<string>
}

const prepare = (site: Site): CollectedSite => ({
  site,
  blockedProperties: new Set(site.settings.blockedProperties),
})

/** Every site by its key, in memory: nothing on a hit's way reads the database. */
export class SiteRegistry {
  private sites = new Map<string, CollectedSite>()

  /** @param load every site, with secrets, whenever something about one changed */
  constructor(private readonly load: () => Promise<Site[]>) {}

  /** Loads all sites anew. Hits are answered from the former state until it is done. */
  async refresh(): Promise<void> {
    const sites = await this.load()
    this.sites = new Map(sites.map(site => [site.key, prepare(site)]))
  }

  byKey(key: string): CollectedSite | undefined {
    return this.sites.get(key)
  }
}

import type { Step } from './draft'

/** Different event names, and different property names, that a site can have (kissmetrics.md, 1.5). */
const maxNames = 65_535
/** Properties that one hit can carry. */
const maxProperties = 500

type Names = { events: Set<string>; properties: Set<string> }

/** The names that each site has used, as far as this process has seen them. */
export class NameLimits {
  private readonly sites = new Map<string, Names>()

  constructor(private readonly most = maxNames) {}

  /** Takes note of an event's name; false when the site may have no more of them. */
  admitEvent = (siteId: string, name: string): boolean => this.admit(this.of(siteId).events, name)

  /** Takes note of a property's name; false when the site may have no more of them. */
  admitProperty = (siteId: string, name: string): boolean => this.admit(this.of(siteId).properties, name)

  private of(siteId: string): Names {
    let names = this.sites.get(siteId)
    if (!names) {
      names = { events: new Set(), properties: new Set() }
      this.sites.set(siteId, names)
    }
    return names
  }

  private admit(names: Set<string>, name: string): boolean {
    if (names.has(name)) return true
    if (names.size >= this.most) return false
    names.add(name)
    return true
  }
}

/** Keeps a sender that makes up names from filling a site with them. */
export const limits: Step = ({ hit, kind, properties, site, sender }, { names, note }) => {
  const { id } = site.site
  if (hit._n !== undefined && !names.admitEvent(id, hit._n)) return 'too-many-names'
  let left = maxProperties
  for (const name of properties.keys()) {
    if (left > 0 && names.admitProperty(id, name)) left -= 1
    else {
      properties.delete(name)
      note(id, 'limit:properties', sender.received)
    }
  }
  return kind === 'set' && properties.size === 0 ? 'too-many-names' : undefined
}

import type { Merges } from '../reports/source'
import { Canon } from './canon'
import type { SiteDb } from './site-file'
import type { Tail } from './tail'

/** Room for people to come: the same arrays serve, and what was computed from them stands, until it is used up. */
const roomFor = (people: number): number => people + (people >>> 3) + 1024

/** Who is one person, by the alias log of a site's file and that of its tail; kept up to date by what was added. */
export class SiteMerges {
  private filed = new Canon(1)
  private lastAlias = 0
  private undone = 0
  private known: { tail: Tail; aliases: number; canon: Canon } | undefined

  /**
   * @param people one more than the highest person number of the file
   * @returns undefined when nobody was merged
   */
  with(db: SiteDb | undefined, people: number, tail: Tail): Merges | undefined {
    if (db) this.refresh(db, people)
    if (this.filed.people < tail.people) this.filed = this.filed.grown(roomFor(tail.people))
    const { aliases } = tail
    if (aliases.length === 0) return this.filed.merges
    let { known } = this
    if (known?.tail !== tail || known.canon.people < tail.people) {
      known = { tail, aliases: 0, canon: this.filed.grown(this.filed.people) }
    }
    for (const [a, b] of aliases.slice(known.aliases)) known.canon.union(a, b)
    this.known = { ...known, aliases: aliases.length }
    return known.canon.merges
  }

  private refresh(db: SiteDb, people: number): void {
    const { undone } = db.prepare('SELECT count(*) AS undone FROM alias WHERE undone IS NOT NULL').get() as {
      undone: number
    }
    if (undone !== this.undone) {
      this.filed = new Canon(roomFor(people))
      this.lastAlias = 0
    } else if (this.filed.people < people) this.filed = this.filed.grown(roomFor(people))
    const added = db
      .prepare('SELECT id, a, b FROM alias WHERE id > ? AND undone IS NULL ORDER BY id')
      .all(this.lastAlias) as { id: number; a: number; b: number }[]
    for (const { a, b } of added) this.filed.union(a, b)
    if (added.length || undone !== this.undone) this.known = undefined
    this.lastAlias = added.at(-1)?.id ?? this.lastAlias
    this.undone = undone
  }
}

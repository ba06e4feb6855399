import type { Merges } from '../reports/source'
import { Canon } from './canon'
import type { SiteDb } from './site-file'
import type { Tail } from './tail'

/** Who is one person, by the alias log of a site's file and that of its tail; kept up to date by what was added. */
export class SiteMerges {
  private filed = new Canon(1)
  private people = 1
  private lastAlias = 0
  private undone = 0
  private known: { tail: Tail; people: number; aliases: number; canon: Canon } | undefined

  /**
   * @param people one more than the highest person number of the file
   * @returns undefined when nobody was merged
   */
  with(db: SiteDb | undefined, people: number, tail: Tail): Merges | undefined {
    if (db) this.refresh(db, people)
    const aliases = tail.aliases.length
    if (tail.people === this.people && aliases === 0) return this.filed.merges
    const { known } = this
    if (known?.tail === tail && known.people === tail.people && known.aliases === aliases) {
      return known.canon.merges
    }
    const canon = this.filed.grown(tail.people)
    for (const [a, b] of tail.aliases) canon.union(a, b)
    this.known = { tail, people: tail.people, aliases, canon }
    return canon.merges
  }

  private refresh(db: SiteDb, people: number): void {
    const { undone } = db.prepare('SELECT count(*) AS undone FROM alias WHERE undone IS NOT NULL').get() as {
      undone: number
    }
    if (undone !== this.undone) {
      this.filed = new Canon(people)
      this.lastAlias = 0
    } else if (people !== this.people) this.filed = this.filed.grown(people)
    const added = db
      .prepare('SELECT id, a, b FROM alias WHERE id > ? AND undone IS NULL ORDER BY id')
      .all(this.lastAlias) as { id: number; a: number; b: number }[]
    for (const { a, b } of added) this.filed.union(a, b)
    if (added.length || undone !== this.undone) this.known = undefined
    this.lastAlias = added.at(-1)?.id ?? this.lastAlias
    this.undone = undone
    this.people = people
  }
}

import type { Merges } from '../reports/source'

/**
 * Which person each person number was merged into, by union-find. The smallest number of a merged person stands
 * for it, so a parent is never larger than its child and one ascending pass flattens everything.
 */
export class Canon {
  private merged = false
  private parent: Uint32Array
  private flat: Merges | undefined

  constructor(people: number) {
    this.parent = new Uint32Array(people).map((_, person) => person)
  }

  /** How many person numbers it holds. */
  get people(): number {
    return this.parent.length
  }

  union(a: number, b: number): void {
    const [one, other] = [this.find(a), this.find(b)]
    if (one === other) return
    this.parent[Math.max(one, other)] = Math.min(one, other)
    this.merged = true
    this.flat = undefined
  }

  /** A copy for at least as many people, each new number standing for itself. */
  grown(people: number): Canon {
    const copy = new Canon(people)
    copy.parent.set(this.parent)
    copy.merged = this.merged
    return copy
  }

  /** Who stands for whom, final, with no chain to follow; undefined while every number stands for itself. */
  get merges(): Merges | undefined {
    if (this.flat || !this.merged) return this.flat
    const { parent } = this
    const isMerged = new Uint32Array((parent.length >>> 5) + 1)
    for (let person = 0; person < parent.length; person++) {
      if (parent[person] === person) continue
      const root = parent[parent[person] as number] as number
      parent[person] = root
      isMerged[person >>> 5]! |= 1 << person
      isMerged[root >>> 5]! |= 1 << root
    }
    this.flat = { canon: parent, isMerged }
    return this.flat
  }

  private find(person: number): number {
    const { parent } = this
    let root = person
    while (parent[root] !== root) root = parent[root] as number
    parent[person] = root
    return root
  }
}

/**
 * Which person each person number was merged into, by union-find. The smallest number of a merged person stands
 * for it, so a parent is never larger than its child and one ascending pass flattens everything.
 */
export class Canon {
  /** False while every number stands for itself. */
  merged = false
  private parent: Uint32Array
  private isFlat = true

  constructor(people: number) {
    this.parent = new Uint32Array(people).map((_, person) => person)
  }

  union(a: number, b: number): void {
    const [one, other] = [this.find(a), this.find(b)]
    if (one === other) return
    this.parent[Math.max(one, other)] = Math.min(one, other)
    this.merged = true
    this.isFlat = false
  }

  /** A copy for at least as many people, each new number standing for itself. */
  grown(people: number): Canon {
    const copy = new Canon(people)
    copy.parent.set(this.parent)
    copy.merged = this.merged
    copy.isFlat = this.isFlat
    return copy
  }

  /** The array of who stands for whom: canon[person] is final, with no chain to follow. */
  flat(): Uint32Array {
    const { parent } = this
    if (this.isFlat) return parent
    for (let person = 0; person < parent.length; person++) {
      parent[person] = parent[parent[person] as number] as number
    }
    this.isFlat = true
    return parent
  }

  private find(person: number): number {
    const { parent } = this
    let root = person
    while (parent[root] !== root) root = parent[root] as number
    parent[person] = root
    return root
  }
}

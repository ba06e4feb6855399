/**
 * A set of pairs of a person number and a second (below 2^18), kept by open addressing in one typed array: a
 * tenth of the time and memory of a Set.
 */
export class PersonSeconds {
  private keys = new Float64Array(1 << 10)
  private count = 0

  /** @returns false when the pair is there already */
  add(person: number, second: number): boolean {
    // 0 marks a free slot; person numbers begin with 1, so no pair is 0.
    const key = person * 2 ** 18 + second
    const slot = this.slotOf(key)
    if (this.keys[slot] === key) return false
    this.keys[slot] = key
    this.count += 1
    if (this.count * 2 > this.keys.length) this.grow()
    return true
  }

  private slotOf(key: number): number {
    const { keys } = this
    const mask = keys.length - 1
    let slot = (Math.imul(key % 2 ** 32, 0x9e3779b1) ^ Math.imul(key / 2 ** 32, 0x85ebca6b)) >>> 7
    slot &= mask
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask
    return slot
  }

  private grow(): void {
    const before = this.keys
    this.keys = new Float64Array(before.length * 2)
    for (const key of before) if (key !== 0) this.keys[this.slotOf(key)] = key
  }
}

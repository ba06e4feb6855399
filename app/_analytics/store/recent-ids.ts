/**
 * 64 bits that stand for one site's insert id; 0 is never returned. Two multiplicative lanes with MurmurHash3's
 * finish: ids are random already, so nothing stronger is needed, and this costs a tenth of a SHA.
 */
export function insertIdHash(site: string, id: string): bigint {
  let low = 0x9e3779b9
  let high = 0x85ebca6b
  for (const text of [site, id]) {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      low = Math.imul(low ^ code, 0x01000193)
      high = Math.imul(high ^ code, 0x5bd1e995) + (low >>> 15)
    }
    low = Math.imul(low ^ 0x10000, 0x01000193)
    high = Math.imul(high ^ 0x10000, 0x5bd1e995)
  }
  return (BigInt(mix(high ^ low)) << 32n) | BigInt(mix(low) || 1)
}

function mix(bits: number): number {
  let mixed = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/**
 * The most recent insert ids, as hashes, in bounded memory: it remembers at least the last `capacity` and
 * forgets all older than the last `2 * capacity`. Two generations of an open-addressed table (32 bytes an id).
 */
export class RecentIds {
  private readonly mask: bigint
  private current: BigUint64Array
  private previous: BigUint64Array
  private count = 0

  constructor(readonly capacity = 1 << 19) {
    const slots = 1 << Math.ceil(Math.log2(capacity * 2))
    this.mask = BigInt(slots - 1)
    this.current = new BigUint64Array(slots)
    this.previous = new BigUint64Array(slots)
  }

  has(hash: bigint): boolean {
    return this.find(this.current, hash) < 0 || this.find(this.previous, hash) < 0
  }

  add(hash: bigint): void {
    const slot = this.find(this.current, hash)
    if (slot < 0) return
    this.current[slot] = hash
    this.count += 1
    if (this.count < this.capacity) return
    const emptied = this.previous.fill(0n)
    this.previous = this.current
    this.current = emptied
    this.count = 0
  }

  /** The free slot where the hash would go, or -1 when it is there. */
  private find(table: BigUint64Array, hash: bigint): number {
    let slot = Number(hash & this.mask)
    while (table[slot] !== 0n) {
      if (table[slot] === hash) return -1
      slot = slot + 1 === table.length ? 0 : slot + 1
    }
    return slot
  }
}

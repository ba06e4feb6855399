/** A typed array that grows by doubling: no boxed numbers, nothing for the garbage collector to walk. */
export class Growing<A extends Uint32Array | Float64Array> {
  length = 0
  private array: A

  constructor(private readonly make: (size: number) => A) {
    this.array = make(64)
  }

  push(value: number): void {
    if (this.length === this.array.length) {
      const larger = this.make(this.length * 2)
      larger.set(this.array)
      this.array = larger
    }
    this.array[this.length++] = value
  }

  at(index: number): number {
    return this.array[index] as number
  }

  /** What was pushed so far; a view that a later push may leave behind. */
  get values(): A {
    return this.array.subarray(0, this.length) as A
  }
}

export const growingU32 = () => new Growing<Uint32Array>(size => new Uint32Array(size))
export const growingF64 = () => new Growing<Float64Array>(size => new Float64Array(size))

/** Lines of text as UTF-8 in one buffer outside the heap. */
export class Lines {
  length = 0
  /** Bytes held. */
  size = 0
  // Of its own: small ones come from a pool that can't be given to another thread.
  private buffer = Buffer.allocUnsafeSlow(1 << 16)
  private readonly ends = growingF64()

  push(line: string): void {
    const room = this.size + line.length * 3
    if (room > this.buffer.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(room, this.buffer.length * 2))
      this.buffer.copy(larger, 0, 0, this.size)
      this.buffer = larger
    }
    this.size += this.buffer.write(line, this.size)
    this.ends.push(this.size)
    this.length += 1
  }

  /** All lines, one after the other, without copying them: nothing can be added any more. */
  take(): { text: Uint8Array<ArrayBuffer>; ends: Float64Array } {
    const { buffer, byteOffset } = this.buffer as Buffer<ArrayBuffer>
    return { text: new Uint8Array(buffer, byteOffset, this.size), ends: this.ends.values.slice() }
  }

  /** The bytes of a line. */
  bytes(row: number): Buffer {
    const ends = this.ends.values
    return this.buffer.subarray(row === 0 ? 0 : ends[row - 1], ends[row])
  }
}

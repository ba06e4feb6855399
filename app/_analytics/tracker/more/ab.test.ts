import { describe, expect, it, vi } from 'vitest'

vi.stubGlobal('window', {})
vi.stubGlobal('FIRSTHAND_CONFIG', { k: 'k', s: [] })
const { decorrelatedPlace, legacyBucket, pickVariant } = await import('./ab')

const ids = Array.from({ length: 4000 }, (_, at) => btoa(String(at * 2_654_435_761)))

describe('A/B variants', () => {
  it('has the documented bucket and variant', () => {
    const bucket = legacyBucket('qUqP5cyxm6YcTAhz05Hph5gvu9M=')
    expect(bucket).toBe(85)
    expect(pickVariant(['a', 'b'], bucket, true)).toBe('b')
  })

  it('takes the first variant that reaches the bucket', () => {
    const at = (bucket: number) => pickVariant({ a: 70, b: 30 }, bucket, true)
    expect([at(0), at(70), at(71), at(99)]).toEqual(['a', 'a', 'b', 'b'])
  })

  it.each([[{ a: 0.7, b: 0.3 }], [{ a: 7, b: 3 }], [{ a: 70, b: 30 }]])('scales %o', shares => {
    expect(pickVariant(shares, 69, true)).toBe('a')
    expect(pickVariant(shares, 71, true)).toBe('b')
  })

  it('has nothing to draw from an empty list', () => expect(pickVariant([], 0, true)).toBeNull())

  it('draws each test on its own, in the shares asked for', () => {
    const inFirst = (test: string) =>
      ids.map(id => pickVariant({ a: 1, b: 3 }, decorrelatedPlace(id, test), false) === 'a')
    const [one, two] = [inFirst('one'), inFirst('two')]
    const share = (flags: boolean[]) => flags.filter(Boolean).length / flags.length
    expect(share(one)).toBeGreaterThan(0.22)
    expect(share(one)).toBeLessThan(0.28)
    const both = one.filter((first, at) => first && two[at]).length / ids.length
    expect(both).toBeGreaterThan(0.045)
    expect(both).toBeLessThan(0.08)
  })
})

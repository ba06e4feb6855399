import { isIPv4, isIPv6 } from 'node:net'

/**
 * An address with its host part set to zero: the /24 of an IPv4 address, the /48 of an IPv6 one. What is left
 * names a network of many, and is still an address.
 */
export function networkOf(address: string): string {
  if (isIPv4(address)) return address.replace(/\d+$/, '0')
  const [bare = ''] = address.split('%')
  if (!isIPv6(bare)) return ''
  const [head = '', tail] = bare.split('::')
  const left = head.split(':').filter(Boolean)
  const groups = tail === undefined || left.length >= 3 ? left : fill(left, tail.split(':').filter(Boolean))
  return `${groups
    .slice(0, 3)
    .map(group => Number.parseInt(group, 16).toString(16))
    .join(':')}::`
}

/** The groups around a `::`, which stands for as many zeros as are missing from eight. */
function fill(left: string[], right: string[]): string[] {
  const width = right.length + (right.at(-1)?.includes('.') ? 1 : 0)
  return [...left, ...Array<string>(8 - left.length - width).fill('0'), ...right]
}

import { isIPv6 } from 'node:net'

/**
 * What one subscriber can change at will counts as one caller: an IPv4 address, or the /64 of an IPv6 address
 * (RFC 6177, section 2). For throttling; what is stored of an address is another question.
 */
export function addressBlock(address: string): string {
  const [bare = ''] = address.split('%')
  if (!isIPv6(bare)) return bare
  const [head = '', tail] = bare.split('::')
  const left = head.split(':').filter(Boolean)
  const right = tail?.split(':').filter(Boolean) ?? []
  const width = (groups: string[]) => groups.length + (groups.some(group => group.includes('.')) ? 1 : 0)
  const zeros = tail === undefined ? 0 : 8 - width(left) - width(right)
  const groups = [...left, ...Array<string>(zeros).fill('0'), ...right]
  return `${groups
    .slice(0, 4)
    .map(group => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}

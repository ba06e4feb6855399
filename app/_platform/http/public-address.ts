import { BlockList, isIPv4, isIPv6 } from 'node:net'

/** What is not the public internet (IANA special-purpose registries, RFC 6890 and what was added since). */
const special: [network: string, bits: number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]

/** Inside 2000::/3, the only part of IPv6 that is routed; much of it stands for IPv4 addresses. */
const special6: [network: string, bits: number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
]

const closed = new BlockList()
for (const [network, bits] of special) closed.addSubnet(network, bits, 'ipv4')
for (const [network, bits] of special6) closed.addSubnet(network, bits, 'ipv6')
const routed = new BlockList()
routed.addSubnet('2000::', 3, 'ipv6')

/**
 * Whether an address is a host on the public internet: not this machine, its networks, a cloud's metadata
 * service, nor an IPv6 form that leads to such an IPv4 address.
 */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !closed.check(address, 'ipv4')
  return isIPv6(address) && routed.check(address, 'ipv6') && !closed.check(address, 'ipv6')
}

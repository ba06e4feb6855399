import { expect, test } from 'vitest'
import { networkOf } from './network'

test.each([
  ['203.0.113.77', '203.0.113.0'],
  ['10.1.2.3', '10.1.2.0'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1::'],
  ['2001:0DB8:0001::6', '2001:db8:1::'],
  ['2001:db8::6', '2001:db8:0::'],
  ['::1', '0:0:0::'],
  ['fe80::1%eth0', 'fe80:0:0::'],
  ['64:ff9b::192.0.2.33', '64:ff9b:0::'],
  ['no address', ''],
  ['', ''],
])('the network of %s is %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

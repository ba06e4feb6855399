import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { callerAddress, callerIsSecure } from './caller'

const request = (forwarded: string | undefined, headers = {}) =>
  ({
    socket: { remoteAddress: '::ffff:10.0.0.9' },
    headers: { 'x-forwarded-for': forwarded, ...headers },
  }) as unknown as IncomingMessage

test.each([
  ['6.6.6.6, 7.7.7.7', 0, '10.0.0.9'],
  ['6.6.6.6, 7.7.7.7', 1, '7.7.7.7'],
  ['6.6.6.6, 7.7.7.7', 2, '6.6.6.6'],
  ['7.7.7.7', 2, '7.7.7.7'],
  [undefined, 1, '10.0.0.9'],
])('X-Forwarded-For %s behind %i proxies is %s', (forwarded, proxies, address) =>
  expect(callerAddress(request(forwarded), proxies)).toBe(address),
)

test('the scheme is believed from a trusted proxy alone', () => {
  const claimed = request(undefined, { 'x-forwarded-proto': 'https' })
  expect(callerIsSecure(claimed, 0)).toBe(false)
  expect(callerIsSecure(claimed, 1)).toBe(true)
})

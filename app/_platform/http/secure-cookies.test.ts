import { expect, it } from 'vitest'
import { keepsSecureCookies } from './secure-cookies'

it.each([
  ['localhost:3000', true],
  ['a.localhost', true],
  ['127.0.0.1:3000', true],
  ['[::1]:3000', true],
  ['192.168.1.4:3000', false],
  ['localhost.evil.example', false],
  ['example.com', false],
])('a Secure cookie over plain http on %s: %s', (host, kept) => {
  expect(keepsSecureCookies(new Headers({ host }))).toBe(kept)
})

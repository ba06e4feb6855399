import { describe, expect, it } from 'vitest'
import { assertSameOrigin } from './origin'

const allowed: [string, Record<string, string>][] = [
  ['fetch metadata of our own page', { 'sec-fetch-site': 'same-origin', host: 'a.example' }],
  ['a reload that the visitor asked for', { 'sec-fetch-site': 'none' }],
  ['Origin that is the host asked', { origin: 'http://a.example:3000', host: 'a.example:3000' }],
  ['Origin that is our public address', { origin: 'http://localhost:3000', host: '10.0.0.7' }],
]

const refused: [string, Record<string, string>][] = [
  [
    'another site',
    { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:3000', host: 'localhost:3000' },
  ],
  ['a sister domain', { 'sec-fetch-site': 'same-site' }],
  ['another Origin', { origin: 'https://evil.example', host: 'a.example' }],
  ['an opaque Origin', { origin: 'null', host: 'a.example' }],
  ['another port', { origin: 'http://a.example:8080', host: 'a.example:3000' }],
  ['nothing to go by', { host: 'a.example' }],
]

describe('a form is taken only from our own pages', () => {
  it.each(allowed)('allows %s', (_, headers) => {
    expect(() => assertSameOrigin(new Headers(headers))).not.toThrow()
  })
  it.each(refused)('refuses %s', (_, headers) => {
    expect(() => assertSameOrigin(new Headers(headers))).toThrow(/another site/)
  })
})

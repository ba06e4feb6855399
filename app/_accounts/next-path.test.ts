import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextPath } from './next-path'

describe('after signing in', () => {
  it.each([
    ['/sites/site_1', '/sites/site_1'],
    ['/sites/site_1/live?zone=UTC#now', '/sites/site_1/live?zone=UTC#now'],
    ['/a/../sites', '/sites'],
    ['//evil.example', '/sites'],
    ['/\\evil.example', '/sites'],
    ['/\t/evil.example', '/sites'],
    ['/..//evil.example', '/sites'],
    ['/.//evil.example', '/sites'],
    ['https://evil.example', '/sites'],
    ['javascript:alert(1)', '/sites'],
    ['sites', '/sites'],
    ['', '/sites'],
    [undefined, '/sites'],
    [['/a', '/b'], '/sites'],
  ])('%s leads to %s', (wanted, path) => {
    expect(nextPath(wanted)).toBe(path)
  })

  it('never leads to another origin', () => {
    const pieces = fc.array(
      fc.constantFrom(
        '/',
        '\\',
        '.',
        '..',
        ':',
        '@',
        '?',
        '#',
        '\t',
        '\n',
        ' ',
        '%2f',
        'evil.example',
        'http',
      ),
    )
    fc.assert(
      fc.property(pieces, parts => {
        const base = 'https://ours.example'
        expect(new URL(nextPath(`/${parts.join('')}`), base).origin).toBe(base)
      }),
    )
  })
})

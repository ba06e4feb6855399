import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { colours } from '../brand'
import { colourSheet, contrast } from './colours'

test('the style sheet in the tree is the one the brand makes', () => {
  expect(readFileSync(new URL('./colours.css', import.meta.url), 'utf8')).toBe(colourSheet())
})

test('contrast is the ratio of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

const grounds = ['paper', 'sheet', 'shade'] as const
const readable = ['ink', 'soft', 'signal', 'signal-deep', 'data', 'good', 'bad'] as const

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('%s', (_, theme) => {
  test.each(grounds.flatMap(ground => readable.map(text => [text, ground] as const)))(
    '%s reads on %s',
    (text, ground) => {
      expect(contrast(colours[text][theme], colours[ground][theme])).toBeGreaterThanOrEqual(4.5)
    },
  )
  test.each([
    ['on-signal', 'signal', 4.5],
    ['on-signal', 'signal-deep', 4.5],
    ['bad', 'bad-wash', 4.5],
    ['ink', 'bad-wash', 4.5],
    ['ink', 'data-wash', 4.5],
    ['data', 'data-wash', 4.5],
    ['edge', 'paper', 3],
    ['edge', 'sheet', 3],
    ['data-quiet', 'paper', 3],
    ['data-quiet', 'sheet', 3],
  ] as const)('%s stands out from %s', (mark, ground, least) => {
    expect(contrast(colours[mark][theme], colours[ground][theme])).toBeGreaterThanOrEqual(least)
  })
})

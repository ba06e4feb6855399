import fc from 'fast-check'
import { expect, it } from 'vitest'
import { blocksOf, differenceOf } from './legal-difference'

const before = `Intro [here](/x).

## Mail

We send <Promise id="U2">no mail</Promise> to anybody who did not ask.

- One item
- Two items

Gone for good.`

const after = `Intro [here](/y).

## Mail

We send no mail and no letters to anybody who did not ask.

- One item
- Two items
- Three

## Changes

Posted here.`

it('shows words that changed, and blocks that came and went', () => {
  const changed = differenceOf(before, after).filter(({ change }) => change !== 'same')
  expect(
    changed.map(({ change, runs }) => [change, ...runs.map(run => `${run.change}: ${run.text}`)]),
  ).toEqual([
    ['changed', 'same: We send no mail ', 'added: and no letters ', 'same: to anybody who did not ask.'],
    ['added', 'added: Three'],
    ['added', 'added: Changes'],
    ['added', 'added: Posted here.'],
    ['removed', 'removed: Gone for good.'],
  ])
})

const source = fc.array(fc.constantFrom('One two three.', '## Head', 'Four five.', 'One two six.', '- item'))

it('of any two texts: without what was removed it is the new one, without what was added the old one', () => {
  fc.assert(
    fc.property(source, source, (one, other) => {
      const blocks = differenceOf(one.join('\n\n'), other.join('\n\n'))
      const without = (change: 'added' | 'removed') =>
        blocks
          .filter(block => block.change !== change)
          .map(({ runs }) =>
            runs
              .filter(run => run.change !== change)
              .map(run => run.text)
              .join(''),
          )
      expect(without('removed')).toEqual(blocksOf(other.join('\n\n')).map(({ text }) => text))
      expect(without('added')).toEqual(blocksOf(one.join('\n\n')).map(({ text }) => text))
    }),
  )
})

import { expect, test } from 'vitest'
import { learn } from './classifier'

const spam = [
  'Buy cheap watches and pills online now https://pills.example',
  'Best casino bonus, free spins, click here https://casino.example',
  'Cheap pills online, best price, buy now',
  'Earn money from home, click here now https://money.example',
  'Free casino spins and cheap watches https://casino.example',
].map(text => ({ text, name: 'SEO Expert', spam: true }))
const fine = [
  'The funnel figure helped me; how is the conversion window counted?',
  'We saw the same with our cohort report after a launch day.',
  'Does the tracker keep the visitor cookie after an opt-out?',
  'Thanks, the part about merges and identities was what I missed.',
  'Our retention grid looks different on weekends, is that usual?',
].map(text => ({ text, name: 'Ann', spam: false }))

test('it learns from decisions, and says nothing before it has seen enough of both kinds', () => {
  const unsure = learn([...spam, ...fine.slice(1)])
  expect(unsure({ text: 'Buy cheap pills', name: 'x' })).toBeUndefined()
  const filter = learn([...spam, ...fine])
  expect(
    filter({ text: 'Click here for cheap pills and a casino bonus https://casino.example', name: 'SEO' }),
  ).toBeGreaterThan(0.95)
  expect(
    filter({ text: 'How does the cohort report count a merge of two identities?', name: 'Bo' }),
  ).toBeLessThan(0.2)
})

test('what was called spam is no longer so once staff say otherwise', () => {
  const turned = learn([
    ...spam.map(lesson => ({ ...lesson, spam: false })),
    ...fine.map(lesson => ({ ...lesson, spam: true })),
  ])
  expect(turned({ text: 'Cheap pills online', name: 'x' })).toBeLessThan(0.5)
})

test('words it never saw tell it nothing certain', () => {
  const filter = learn([...spam, ...fine])
  expect(filter({ text: 'zzyzx qwxyz', name: '' }) ?? 0.5).toBeLessThan(0.95)
})

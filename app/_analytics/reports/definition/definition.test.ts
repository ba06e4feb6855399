import fc from 'fast-check'
import { expect, test } from 'vitest'
import { funnelDefinition } from '../funnel/funnel-query'
import { csvOf } from '../tables'
import { comparisons, tester } from './condition'
import { nested } from './nested'
import { peopleFilter } from './people-filter'
import { permalink, readDefinition } from './read'
import { formatted } from './segment'

const read = (query: string) =>
  readDefinition(funnelDefinition, Object.fromEntries(new URLSearchParams(query)), '2026-03-02')

test('an address says records and lists, and rows left blank are dropped', () => {
  expect(nested({ 'steps.0.event': 'a', 'steps.1.event': '', 'steps.2.event': ' b ', skip: '1' })).toEqual({
    steps: [{ event: 'a' }, { event: 'b' }],
    skip: '1',
  })
})

test.each(['__proto__.x', 'a.-1', 'steps.100.event', 'a..b'])('a name such as %s is passed over', name => {
  expect(nested({ [name]: '1' })).toEqual({})
  expect(({} as { x?: string }).x).toBeUndefined()
})

test('what is wrong is said at its field, and what was typed is kept', () => {
  const wrong = read('steps.0.event=a&steps.1.event=b&steps.1.where.0.property=price&steps.1.where.0.is=more')
  expect(wrong.definition).toBeUndefined()
  expect(wrong.errors).toEqual([
    { field: 'steps.1.where.0.value', message: 'Give a number to compare with.' },
  ])
  expect(wrong.typed.steps).toHaveLength(2)
  expect(read('steps.0.event=a').errors[0]?.field).toBe('steps')
  expect(read('steps.0.event=a&steps.1.event=b&from=2026-02-30&to=2026-03-01').errors[0]?.field).toBe('from')
})

test('a permalink holds the whole definition', () => {
  const name = fc
    .string({ minLength: 1, maxLength: 12 })
    .map(text => text.trim().toLowerCase())
    .filter(Boolean)
  const value = fc
    .string({ minLength: 1, maxLength: 12 })
    .map(text => text.trim())
    .filter(Boolean)
  const where = fc.array(
    fc.record({ property: name, is: fc.constantFrom('equals', 'contains', 'begins'), value }),
    { maxLength: 2 },
  )
  const definition = fc.record({
    steps: fc.array(fc.record({ event: name, where }), { minLength: 2, maxLength: 4 }),
    window: fc.option(fc.integer({ min: 1, max: 99 }), { nil: undefined }),
    skip: fc.boolean(),
    compare: fc.boolean(),
    people: fc.record({
      match: fc.constantFrom('all', 'any'),
      conditions: fc.array(
        fc.record({ kind: fc.constantFrom('did', 'did-not'), event: name, where, times: fc.nat({ max: 9 }) }),
        { minLength: 1, maxLength: 3 },
      ),
    }),
  })
  fc.assert(
    fc.property(definition, wanted => {
      const full = funnelDefinition.parse(wanted)
      const again = read(permalink(full, { range: '7' }))
      expect(again.definition).toEqual(full)
      expect(again.asked).toEqual({ range: '7' })
    }),
  )
})

test('groups of conditions nest', () => {
  const said = nested({
    'conditions.0.kind': 'group',
    'conditions.0.match': 'any',
    'conditions.0.conditions.0.kind': 'did',
    'conditions.0.conditions.0.event': 'Signed Up',
    'conditions.1.kind': 'has',
    'conditions.1.property': 'plan',
    'conditions.1.is': 'equals',
    'conditions.1.value': 'gold',
  })
  expect(peopleFilter.parse(said)).toMatchObject({
    match: 'all',
    conditions: [
      { kind: 'group', match: 'any', conditions: [{ kind: 'did', event: 'signed up', times: 1 }] },
      { kind: 'has', property: 'plan', value: 'gold', within: { range: 'any' } },
    ],
  })
})

test.each([
  ['equals', 'Gold', 'Gold gold', '10'],
  ['equals-not', 'Gold', 'gold', '01'],
  ['contains', 'OL', 'Gold', '10'],
  ['begins', 'go', 'Gold', '10'],
  ['ends', 'LD', 'Gold', '10'],
  ['any', '', '', '10'],
  ['none', '', 'x', '01'],
  ['more', '9', '10', '10'],
  ['at-most', '9', '10', '00'],
] as const)('%s %s', (is, value, text, expected) => {
  const test = tester({ property: 'p', is, value })
  const first = is === 'equals' ? test('Gold') : is === 'equals-not' ? test('Gold') : test(text)
  const answers = [first, is === 'equals' ? test('gold') : test(undefined)]
  expect(answers.map(Number).join('')).toBe(expected)
  expect(Object.keys(comparisons)).toContain(is)
})

test.each([
  ['https://www.Example.com/a/b?c=d', 'domain', 'example.com'],
  ['https://www.Example.com/a/b?c=d', 'path', '/a/b'],
  ['https://www.Example.com/a/b?c=d', 'url', 'example.com/a/b'],
  ['Gold', 'domain', 'Gold'],
  ['Gold', 'lower', 'gold'],
] as const)('%s by %s is %s', (value, format, shown) => {
  expect(formatted(value, format).text).toBe(shown)
})

test('a text that a spreadsheet would run is led by an apostrophe; numbers are not', () => {
  const rows = [
    ['=1+1', -5],
    ['@x', 1],
    ['a,"b"', null],
    [' +1', 0],
  ]
  expect(csvOf([{ name: 't', head: ['a', 'b'], rows }])).toBe(
    'a,b\r\n\'=1+1,-5\r\n\'@x,1\r\n"a,""b""",\r\n\' +1,0\r\n',
  )
})

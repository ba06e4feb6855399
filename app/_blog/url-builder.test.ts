import fc from 'fast-check'
import { expect, test } from 'vitest'
import { curlCommand, imageTag, trackingUrl, urlForm, urlProblems } from './url-builder'

const origin = 'https://t.example.org'
const form = (fields: Record<string, unknown>) => urlForm.parse({ key: 'K', person: 'bob@x.io', ...fields })

test.each([
  [
    { event: 'Signed Up', properties: 'gender=male\nplan=Gold = best' },
    '/e?_k=K&_p=bob%40x.io&_n=Signed+Up&gender=male&plan=Gold+%3D+best',
  ],
  [{ event: 'x', time: '2010-01-01 00:00' }, '/e?_k=K&_p=bob%40x.io&_n=x&_t=1262304000&_d=1'],
  [{ method: 'set', properties: 'plan=Gold' }, '/s?_k=K&_p=bob%40x.io&plan=Gold'],
  [{ method: 'alias', other: 'u1', properties: 'ignored=1' }, '/a?_k=K&_p=bob%40x.io&_n=u1'],
])('%j', (fields, wanted) => {
  expect(urlProblems(form(fields))).toEqual({})
  expect(trackingUrl(form(fields), origin)).toBe(origin + wanted)
})

test.each([
  [{ event: '' }, 'event'],
  [{ event: 'x', key: ' ' }, 'key'],
  [{ event: 'x', person: '' }, 'person'],
  [{ method: 'alias' }, 'other'],
  [{ method: 'alias', other: 'bob@x.io' }, 'other'],
  [{ event: 'x', properties: '_k=other' }, 'properties'],
  [{ event: 'x', time: 'yesterday' }, 'time'],
])('%j is wrong in %s', (fields, field) => {
  expect(Object.keys(urlProblems(form(fields)))).toEqual([field])
})

test('any address gives a page, and what is built stays inside its quotes', () => {
  fc.assert(
    fc.property(
      fc.record({ key: fc.string(), person: fc.string(), event: fc.string(), properties: fc.string() }),
      fields => {
        const url = trackingUrl(urlForm.parse(fields), origin)
        expect(curlCommand(url).slice(6, -1)).not.toContain("'")
        expect(imageTag(url).slice(10, -9)).not.toContain('"')
      },
    ),
  )
  expect(urlForm.parse({ method: 'nonsense', key: ['a', 'b'] })).toMatchObject({ method: 'record', key: '' })
})

import { expect, test } from 'vitest'
import { day, hour, minute, second } from '@/_platform/clock'
import { reading } from './reading'
import type { Segment, Source } from './source'

type Event = { event: string; person: number; at: number; properties?: Record<string, string> }

const start = Date.parse('2026-11-20T00:00:00Z')

/** Events as a report reads them, one segment a day. */
function sourceOf(events: Event[], canon?: Uint32Array): Source {
  const segment = (rows: Event[], on: number): Segment => ({
    day: on,
    rows: rows.length,
    person: Uint32Array.from(rows, row => row.person),
    time: Uint32Array.from(rows, row => row.at - on * day),
    column: name => {
      const texts = ['', ...rows.map(row => row.properties?.[name] ?? '')]
      const codes = Uint16Array.from(rows, (row, at) => (row.properties?.[name] === undefined ? 0 : at + 1))
      return { codes, text: code => texts[code]! }
    },
  })
  return {
    merges: canon && { canon, isMerged: new Uint32Array(1) },
    segments: (event: string, from = 0, to = Number.POSITIVE_INFINITY) => {
      const found = events.filter(one => one.event === event)
      const days = [...new Set(found.map(({ at }) => Math.floor(at / day)))].filter(
        on => on >= from && on <= to,
      )
      return days.map(on =>
        segment(
          found.filter(({ at }) => Math.floor(at / day) === on),
          on,
        ),
      )
    },
  } as Source
}

const view = (person: number, at: number, path: string, referrer?: string): Event => ({
  event: 'page view',
  person,
  at: start + at,
  properties: { 'viewed url': `https://firsthand.example${path}`, ...(referrer && { referrer }) },
})
const arrival = (person: number, at: number, referrer: string): Event => ({
  event: 'visited site',
  person,
  at: start + at,
  properties: { referrer },
})
const query = { report: 'reading', from: '2026-11-20', to: '2026-11-21', under: '/blog/' } as const

test('a post is read by people, from somewhere, for a while, towards something', () => {
  const trial = (person: number, at: number): Event => ({ event: 'started trial', person, at: start + at })
  const { pages } = reading(
    sourceOf([
      arrival(1, hour, 'https://www.search.example/?q=x'),
      view(1, hour, '/blog/one'),
      view(1, hour + 5 * minute, '/pricing'),
      trial(1, 3 * day),
      arrival(2, hour, 'Direct'),
      view(2, hour + 200, '/blog/one/?utm_source=x'),
      view(2, hour + minute, '/blog/two'),
      view(2, hour + 2 * hour, '/pricing'),
      trial(2, 9 * day),
      view(0, hour, '/blog/one'),
      {
        event: 'engaged',
        person: 1,
        at: start + hour + 4 * minute,
        properties: {
          'viewed url': 'https://firsthand.example/blog/one',
          'engaged seconds': '90',
          'scroll depth': '80',
        },
      },
      trial(3, hour),
      view(3, 2 * hour, '/blog/one', 'https://news.example/'),
    ]),
    query,
  )
  expect(pages).toEqual([
    {
      path: '/blog/one',
      views: 4,
      readers: 3,
      seconds: 90,
      depth: 80,
      from: [
        ['search.example', 1],
        ['Direct', 1],
        ['news.example', 1],
      ],
      next: [
        ['/pricing', 1],
        ['/blog/two', 1],
      ],
      trials: 1,
    },
    {
      path: '/blog/two',
      views: 1,
      readers: 1,
      seconds: 0,
      depth: 0,
      from: [['/blog/one', 1]],
      next: [],
      trials: 0,
    },
  ])
})

test('two names of one person are one reader', () => {
  const events = [view(1, hour, '/blog/one'), view(2, hour + second, '/blog/one')]
  expect(reading(sourceOf(events), query).pages[0]).toMatchObject({ readers: 2 })
  expect(reading(sourceOf(events, Uint32Array.of(0, 1, 1)), query).pages[0]).toMatchObject({
    readers: 1,
    views: 2,
  })
})

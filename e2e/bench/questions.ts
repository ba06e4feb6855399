import { cohortDefinition } from '@/_analytics/reports/cohort/cohort-query'
import { funnelDefinition } from '@/_analytics/reports/funnel/funnel-query'
import { peopleDefinition } from '@/_analytics/reports/people/people-query'
import type { Answer, Query } from '@/_analytics/reports/queries'
import type { Source } from '@/_analytics/reports/source'
import { zoneDays } from '@/_analytics/reports/zone-days'
import { day } from '@/_platform/clock'

/** One question put to the reports and, as SQL over `e (event, person, sec)`, to other engines. */
export type Question = {
  what: string
  query: Query
  /** The part of our answer that SQL gives, too: rows of numbers. */
  numbers: (answer: never) => number[][]
  sql: { duckdb: string; clickhouse: string }
}

const week = 604_800

/**
 * @param now Unix ms
 * @param days how many whole days before today
 */
export function questions(now: number, days = 30): Question[] {
  const today = Math.floor(now / day)
  const name = (number: number) => new Date(number * day).toISOString().slice(0, 10)
  const range = (length: number) => ({ from: name(today - length), to: name(today - 1) })
  const within = (length: number) => `sec >= ${(today - length) * 86_400} AND sec < ${today * 86_400}`
  const shared = { zone: 'UTC', today: name(today), now }
  const metric = (zone: string): Query => ({ report: 'metric', event: 'page view', ...range(days), zone })
  const steps = ['visited site', 'signed up', 'started trial']
  const [one, two, three] = steps.map(step => `event = '${step}'`)
  return [
    {
      what: 'metric by day',
      query: metric('UTC'),
      numbers: metricNumbers,
      sql: same(
        `SELECT count(*), count(DISTINCT nullif(person, 0)) FROM e WHERE event = 'page view' AND ${within(days)}
         GROUP BY floor(sec / 86400) ORDER BY floor(sec / 86400)`,
      ),
    },
    {
      what: 'metric by day of New York',
      query: metric('America/New_York'),
      numbers: metricNumbers,
      sql: byZoneDay('America/New_York', range(days)),
    },
    {
      what: 'names of all events',
      query: { report: 'events' },
      numbers: ({ events }: Answer<Extract<Query, { report: 'events' }>>) =>
        events.map(event => [event.count]),
      sql: same('SELECT count(*) FROM e GROUP BY event ORDER BY count(*) DESC, event'),
    },
    {
      what: 'funnel of 3 steps in 7 days',
      query: {
        report: 'funnel',
        definition: funnelDefinition.parse({ steps: steps.map(event => ({ event })), window: 7 }),
        days: range(90),
        ...shared,
      },
      numbers: ({ steps }: Answer<Extract<Query, { report: 'funnel' }>>) => [steps.map(step => step.reached)],
      sql: {
        clickhouse: `SELECT countIf(level > 0), countIf(level > 1), countIf(level > 2) FROM (
          SELECT windowFunnel(${week})(sec, ${one}, ${two}, ${three}) AS level FROM e
          WHERE person <> 0 AND (${one} OR ${two} OR ${three}) AND ${within(90)} GROUP BY person)`,
        duckdb: `WITH s AS (SELECT event, person, sec FROM e WHERE person <> 0 AND ${within(90)}),
          a AS (SELECT person, sec FROM s WHERE ${one}), b AS (SELECT person, sec FROM s WHERE ${two}),
          c AS (SELECT person, sec FROM s WHERE ${three}),
          ab AS (SELECT a.person, a.sec AS began, b.sec AS sec FROM a JOIN b
            ON a.person = b.person AND b.sec >= a.sec AND b.sec <= a.sec + ${week}),
          abc AS (SELECT ab.person FROM ab JOIN c ON ab.person = c.person AND c.sec >= ab.sec AND c.sec <= ab.began + ${week})
          SELECT (SELECT count(DISTINCT person) FROM a), (SELECT count(DISTINCT person) FROM ab),
            (SELECT count(DISTINCT person) FROM abc)`,
      },
    },
    {
      what: 'retention of 12 weeks',
      query: {
        report: 'cohort',
        definition: cohortDefinition.parse({ first: { event: 'visited site' } }),
        days: range(84),
        ...shared,
      },
      numbers: ({ cohorts }: Answer<Extract<Query, { report: 'cohort' }>>) => [
        cohorts.reduce(
          (sums, { cells }) => sums.map((sum, bucket) => sum + (cells[bucket] ?? 0)),
          new Array<number>(12).fill(0),
        ),
      ],
      sql: same(
        `SELECT ${Array.from(
          { length: 12 },
          (_, bucket) => `count(DISTINCT CASE WHEN bucket = ${bucket} THEN person END)`,
        ).join(', ')} FROM (
          SELECT e.person AS person, floor((e.sec - f.began) / ${week}) AS bucket FROM e JOIN (
            SELECT person, min(sec) AS began FROM e WHERE event = 'visited site' AND person <> 0 AND ${within(84)}
            GROUP BY person) AS f ON e.person = f.person
          WHERE e.event = 'visited site' AND e.sec > f.began AND e.sec * 1000.0 <= ${now}) AS seen`,
      ),
    },
    {
      what: 'people who did A and not B',
      query: {
        report: 'people',
        definition: peopleDefinition.parse({
          people: {
            match: 'all',
            conditions: [
              { kind: 'did', event: 'visited site', within: range(days) },
              { kind: 'did-not', event: 'signed in', within: range(days) },
            ],
          },
        }),
        days: range(days),
        ...shared,
      },
      numbers: ({ total }: Answer<Extract<Query, { report: 'people' }>>) => [[total]],
      sql: same(
        `SELECT count(*) FROM (SELECT person FROM e WHERE person <> 0 AND ${within(days)}
           AND event IN ('visited site', 'signed in') GROUP BY person
           HAVING max(CASE WHEN event = 'visited site' THEN 1 ELSE 0 END) = 1
             AND max(CASE WHEN event = 'signed in' THEN 1 ELSE 0 END) = 0) AS found`,
      ),
    },
  ]
}

const same = (sql: string) => ({ duckdb: sql, clickhouse: sql })

const metricNumbers = ({ days }: Answer<Extract<Query, { report: 'metric' }>>) =>
  days.map(({ count, people }) => [count, people])

/** By the bounds of the zone's days, so that no engine's own time zones are compared. */
function byZoneDay(zone: string, { from, to }: { from: string; to: string }): Question['sql'] {
  const bounds = zoneDays(zone, from, to)
  const begin = bounds[0]!.start / 1000
  const end = bounds.at(-1)!.end / 1000
  const cases = bounds.slice(1).map(({ start }, i) => `WHEN sec < ${start / 1000} THEN ${i}`)
  const day = `CASE ${cases.join(' ')} ELSE ${bounds.length - 1} END`
  return same(
    `SELECT count(*), count(DISTINCT nullif(person, 0)) FROM (SELECT person, ${day} AS on_day FROM e
     WHERE event = 'page view' AND sec >= ${begin} AND sec < ${end}) AS days GROUP BY on_day ORDER BY on_day`,
  )
}

/** The rows that reports count, as lines of tab-separated text: merged people one, what they repeat left out. */
export function* rowsOf(source: Source): Generator<string> {
  const canon = source.merges?.canon
  for (const event of source.events()) {
    let seen = new Set<number>()
    let on = -1
    for (const segment of source.segments(event)) {
      if (segment.day !== on) seen = new Set()
      on = segment.day
      const { person, time } = segment
      let text = ''
      for (let row = 0; row < person.length; row++) {
        const who = canon ? (canon[person[row] as number] as number) : (person[row] as number)
        const second = Math.floor((time[row] as number) / 1000)
        const key = who * 86_400 + second
        if (canon && who !== 0) {
          if (seen.has(key)) continue
          seen.add(key)
        }
        text += `${event}\t${who}\t${segment.day * 86_400 + second}\n`
      }
      if (text) yield text
    }
  }
}

import { type Clock, systemClock } from '@/_platform/clock'
import { AppError } from '@/_platform/errors'
import type { Access } from './access.data'
import { dayIn } from './calendar'
import { readDefinition } from './definition/read'
import { isKind, kindOf } from './kinds'
import { peopleBehind, runReport } from './run'
import { csvOf } from './tables'

/** People in one answer at most. */
const mostPeople = 10_000

/**
 * A report as JSON (the default) or CSV. With `cell`, the people behind that figure. What `earlier` holds is the
 * compare range's answer.
 * @throws AppError 'not_found' for a report that there is not; 'invalid' for a wrong definition
 */
export async function reportFile(
  access: Access,
  report: string,
  query: URLSearchParams,
  clock: Clock = systemClock,
): Promise<Response> {
  if (!isKind(report)) throw new AppError('not_found', 'There is no such report.')
  const { format = 'json', cell, in: segment, ...params } = Object.fromEntries(query)
  if (format !== 'json' && format !== 'csv')
    throw new AppError('invalid', 'A report is given as json or csv.', 'format')
  const now = clock()
  const today = dayIn(access.site.timezone, now)
  const { definition, days, errors } = readDefinition(kindOf(report).schema, params, today)
  const [wrong] = errors
  if (!definition) throw new AppError('invalid', wrong?.message ?? 'This is no report.', wrong?.field)
  const asked = { definition, days, today, now }
  const name = `${report}${cell ? '-people' : ''}-${days.from}-${days.to}`
  if (cell !== undefined) {
    const behind = await peopleBehind(access, report, asked, { cell, segment, skip: 0, most: mostPeople })
    const rows = behind.people.map(one => [one.person, one.name])
    const table = { name: 'People', head: ['person', 'name'], rows }
    return format === 'csv' ? csv([table], name) : json({ report, days, cell, segment, ...behind })
  }
  const { answer, earlier } = await runReport(access, report, asked)
  if (format === 'json') return json({ report, days, definition, answer, earlier })
  const { tables } = kindOf(report)
  const before = earlier
    ? tables(earlier.answer, definition).map(one => ({
        ...one,
        head: one.head.map(text => `${text} before`),
      }))
    : []
  return csv([...tables(answer, definition), ...before], name)
}

const csv = (tables: Parameters<typeof csvOf>[0], name: string) =>
  new Response(csvOf(tables), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  })

const json = (body: object) => Response.json(body, { headers: { 'Cache-Control': 'private, no-store' } })

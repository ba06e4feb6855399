import type { Access } from './access.data'
import { before, type Range } from './calendar'
import type { PeopleFilter } from './definition/people-filter'
import type { AnswerOf, DefinitionOf, KindName } from './kinds'
import type { BehindAnswer, DefinedQuery } from './queries'
import { savedFilter } from './saved.data'

export type Run<N extends KindName> = {
  days: Range
  answer: AnswerOf<N>
  /** The same number of days before, where they were asked for. */
  earlier?: { days: Range; answer: AnswerOf<N> }
}

type Asked<N extends KindName> = { definition: DefinitionOf<N>; days: Range; today: string; now: number }

/**
 * Answers a report that a definition describes.
 * @throws AppError 'not_found' when the saved people that it is about are gone
 */
export async function runReport<N extends KindName>(
  access: Access,
  report: N,
  { definition, days, today, now }: Asked<N>,
): Promise<Run<N>> {
  const asking = async (range: Range) => {
    const query = await queryOf(access, report, { definition, days: range, today, now })
    return (await access.ask(query)) as AnswerOf<N>
  }
  const { compare } = definition as { compare?: boolean }
  if (!compare) return { days, answer: await asking(days) }
  const [answer, then] = await Promise.all([asking(days), asking(before(days))])
  return { days, answer, earlier: { days: before(days), answer: then } }
}

/** The people behind a figure of a report. @throws AppError as runReport */
export async function peopleBehind<N extends KindName>(
  access: Access,
  report: N,
  asked: Asked<N>,
  cell: { cell: string; segment?: string; skip: number; most: number },
): Promise<BehindAnswer> {
  return access.ask({ report: 'behind', of: await queryOf(access, report, asked), ...cell })
}

/** The worker's question, with saved people spelt out. */
async function queryOf<N extends KindName>(
  access: Access,
  report: N,
  { definition, days, today, now }: Asked<N>,
): Promise<DefinedQuery> {
  const people = await everyFilter(access, definition)
  const asked = {
    report,
    definition: { ...definition, people },
    days,
    zone: access.site.timezone,
    today,
    now,
  }
  return asked as unknown as DefinedQuery
}

async function everyFilter(
  access: Access,
  { people, saved }: { people?: PeopleFilter; saved?: string },
): Promise<PeopleFilter | undefined> {
  if (!saved) return people
  const named = { kind: 'group' as const, ...(await savedFilter(access, saved)) }
  const own = people && people.conditions.length > 0 ? [{ kind: 'group' as const, ...people }] : []
  return { match: 'all', conditions: [named, ...own].filter(one => one.conditions.length > 0) }
}

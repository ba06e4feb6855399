import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Access } from '@/_analytics/reports/access.data'
import { dayIn } from '@/_analytics/reports/calendar'
import { nested, queryText } from '@/_analytics/reports/definition/nested'
import { permalink, readDefinition } from '@/_analytics/reports/definition/read'
import { isKind, kindOf } from '@/_analytics/reports/kinds'
import { peopleBehind } from '@/_analytics/reports/run'
import { systemClock } from '@/_platform/clock'
import { count, fullDay } from '@/_ui/format'
import { Table } from '@/_ui/table'
import { siteHere } from '../../../../site-here'

export const metadata: Metadata = { title: 'People behind a figure' }

const size = 100

type Props = {
  params: Promise<{ site: string; report: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function PeopleBehind({ params, searchParams }: Props) {
  const [{ site: id, report }, given] = await Promise.all([params, searchParams])
  if (!isKind(report)) notFound()
  const { cell, in: segment, called, page, ...query } = given
  const reports = `/sites/${id}/reports`
  const { who, site } = await siteHere(id, `${reports}/${report}/people?${queryText(nested(given))}`)
  const now = systemClock()
  const today = dayIn(site.timezone, now)
  const { definition, days, asked } = readDefinition(kindOf(report).schema, query, today)
  if (!definition || typeof cell !== 'string') notFound()
  const nth = Math.max(0, Math.floor(Number(page)) || 0)
  const { total, people } = await peopleBehind(
    await Access.ofMember(who, id),
    report,
    { definition, days, today, now },
    { cell, segment: text(segment), skip: nth * size, most: size },
  )
  const link = permalink(definition, asked)
  const more = (to: number) =>
    `?${link}&${new URLSearchParams({ cell, called: text(called) ?? '', page: String(to), ...(text(segment) && { in: text(segment) }) })}`
  return (
    <>
      <h1 className="text-[2.25rem]">
        {count(total)} {total === 1 ? 'person' : 'people'}
      </h1>
      <p className="mt-1 mb-6 max-w-[68ch] text-soft">
        {text(called) || 'Behind one figure'} of the{' '}
        <Link href={`${reports}/${report}?${link}`} className="link">
          {kindOf(report).title.toLowerCase()} report
        </Link>
        , {fullDay(days.from)} to {fullDay(days.to)}.
      </p>
      {people.length > 0 && (
        <Table
          caption="The people behind the figure"
          hideCaption
          rows={people}
          rowKey={one => one.person}
          columns={[
            {
              name: 'Person',
              cell: ({ person, name }) => (
                <Link href={`/sites/${id}/people/${person}`} className="link wrap-anywhere">
                  {name || `Person ${person}`}
                </Link>
              ),
            },
          ]}
        />
      )}
      <nav aria-label="More people" className="mt-4 flex flex-wrap gap-x-6">
        {nth > 0 && (
          <Link href={more(nth - 1)} className="link">
            The {size} before
          </Link>
        )}
        {(nth + 1) * size < total && (
          <Link href={more(nth + 1)} className="link">
            The next {size}
          </Link>
        )}
        <a
          href={`data?format=csv&${link}&cell=${encodeURIComponent(cell)}${text(segment) ? `&in=${encodeURIComponent(text(segment)!)}` : ''}`}
          className="link"
          download
        >
          Download as CSV
        </a>
      </nav>
    </>
  )
}

const text = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined)

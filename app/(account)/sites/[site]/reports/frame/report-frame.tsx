import type { ReactNode } from 'react'
import { type KindName, kinds } from '@/_analytics/reports/kinds'
import { fullDay } from '@/_ui/format'
import { NothingYet } from '../../nothing-yet'
import { Notes } from './notes'
import type { ReportHere } from './report-here'
import { Tools } from './tools'

type Props<N extends KindName> = {
  page: ReportHere<N>
  form: ReactNode
  children: ReactNode
  /** What stands above the figures of a report that has no range of its own. */
  heading?: string
}

/** A report's page: its question, its form, its figures, and what can be done with them. */
export function ReportFrame<N extends KindName>({ page, form, children, heading }: Props<N>) {
  const { kind, site, run, read } = page
  const { title, about } = kinds[kind]
  if (page.empty) return <NothingYet site={site} />
  return (
    <article>
      <h1 className="text-[2.25rem]">{title}</h1>
      <p className="mt-1 mb-6 max-w-[68ch] text-soft">
        {about} Days begin at midnight in {site.timezone}.
      </p>
      {form}
      {run && (
        <section aria-labelledby="result" className="mt-10">
          <div className="mb-6 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
            <h2 id="result" className="text-[1.75rem]">
              {heading ?? `${fullDay(read.days.from)} to ${fullDay(read.days.to)}`}
            </h2>
            {run.earlier && (
              <p className="text-soft">
                compared with {fullDay(run.earlier.days.from)} to {fullDay(run.earlier.days.to)}
              </p>
            )}
          </div>
          {children}
          <Notes page={page} />
          <Tools page={page} />
        </section>
      )}
    </article>
  )
}

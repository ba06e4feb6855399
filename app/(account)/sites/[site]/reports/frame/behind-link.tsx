import Link from 'next/link'
import type { ReactNode } from 'react'
import type { KindName } from '@/_analytics/reports/kinds'
import type { ReportHere } from './report-here'

/** A figure that opens the people behind it. `called` says in words what the figure counts. */
export function BehindLink<N extends KindName>({
  page,
  cell,
  segment,
  called,
  children,
}: {
  page: ReportHere<N>
  cell: string
  segment?: string
  called: string
  children: ReactNode
}) {
  const query = new URLSearchParams({ cell, called, ...(segment !== undefined && { in: segment }) })
  return (
    <Link
      href={`${page.here}/people?${page.link}&${query}`}
      prefetch={false}
      className="link-figure"
      aria-label={`${called}: ${typeof children === 'string' ? children : 'people'}`}
    >
      {children}
    </Link>
  )
}

import type { ReactNode } from 'react'
import { ReportNav } from './report-nav'

export default async function ReportsLayout({
  children,
  params,
}: {
  children: ReactNode
  params: Promise<{ site: string }>
}) {
  const { site } = await params
  return (
    <div className="lg:grid lg:grid-cols-[11rem_minmax(0,1fr)] lg:gap-x-10">
      <ReportNav reports={`/sites/${site}/reports`} />
      <div className="min-w-0">{children}</div>
    </div>
  )
}

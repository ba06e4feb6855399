import type { Metadata } from 'next'
import { ReportFrame } from '../frame/report-frame'
import { type PageProps, reportHere } from '../frame/report-here'
import { PathForm } from './path-form'
import { PathResult } from './path-result'

export const metadata: Metadata = { title: 'Path' }

export default async function Path(props: PageProps) {
  const page = await reportHere('path', props)
  return (
    <ReportFrame page={page} form={<PathForm page={page} />}>
      <PathResult page={page} />
    </ReportFrame>
  )
}

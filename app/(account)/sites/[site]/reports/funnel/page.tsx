import type { Metadata } from 'next'
import { ReportFrame } from '../frame/report-frame'
import { type PageProps, reportHere } from '../frame/report-here'
import { FunnelForm } from './funnel-form'
import { FunnelResult } from './funnel-result'

export const metadata: Metadata = { title: 'Funnel' }

export default async function Funnel(props: PageProps) {
  const page = await reportHere('funnel', props)
  return (
    <ReportFrame page={page} form={<FunnelForm page={page} />}>
      <FunnelResult page={page} />
    </ReportFrame>
  )
}

import type { Metadata } from 'next'
import { ReportFrame } from '../frame/report-frame'
import { type PageProps, reportHere } from '../frame/report-here'
import { AttributionForm } from './attribution-form'
import { AttributionResult } from './attribution-result'

export const metadata: Metadata = { title: 'Attribution' }

export default async function Attribution(props: PageProps) {
  const page = await reportHere('attribution', props)
  return (
    <ReportFrame page={page} form={<AttributionForm page={page} />}>
      <AttributionResult page={page} />
    </ReportFrame>
  )
}

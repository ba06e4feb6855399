import type { Metadata } from 'next'
import { ChoiceField, NameField, Picked, ValueField } from '../frame/fields'
import { ReportForm } from '../frame/report-form'
import { ReportFrame } from '../frame/report-frame'
import { type PageProps, reportHere } from '../frame/report-here'
import { RevenueResult } from './revenue-result'

export const metadata: Metadata = { title: 'Revenue' }

export default async function Revenue(props: PageProps) {
  const page = await reportHere('revenue', props)
  const { form } = page
  return (
    <ReportFrame
      page={page}
      form={
        <ReportForm page={page}>
          <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
            <NameField form={form} path="property" label="Property with the amount" of="properties" />
            <ChoiceField
              form={form}
              path="churn"
              label="A customer is lost by"
              choices={{ time: 'time without a payment', event: 'an event', both: 'whichever is first' }}
              fallback="time"
            />
            <ValueField
              form={form}
              path="period"
              fallback="30"
              label="Days without a payment"
              inputMode="numeric"
            />
            <ChoiceField
              form={form}
              path="by"
              label="Over time"
              choices={{ '': 'by what fits', day: 'by day', week: 'by week', month: 'by month' }}
              fallback=""
            />
          </div>
          <div className="mt-3 sm:max-w-[50%]">
            <Picked form={form} path="lostBy" label="Event that ends it" blank="None" />
          </div>
        </ReportForm>
      }
    >
      <RevenueResult page={page} />
    </ReportFrame>
  )
}

import type { Metadata } from 'next'
import { calculations } from '@/_analytics/reports/metrics/metrics-query'
import { ChoiceField, NameField, Picked } from '../frame/fields'
import { ReportForm } from '../frame/report-form'
import { ReportFrame } from '../frame/report-frame'
import { type PageProps, reportHere } from '../frame/report-here'
import { MetricsResult } from './metrics-result'

export const metadata: Metadata = { title: 'Metrics' }

export default async function Metrics(props: PageProps) {
  const page = await reportHere('metrics', props)
  const { form } = page
  return (
    <ReportFrame
      page={page}
      form={
        <ReportForm page={page}>
          <ChoiceField
            form={form}
            path="calculation"
            label="What is counted"
            choices={calculations}
            fallback="people"
            className="max-w-[34rem]"
          />
          <div className="mt-3 grid gap-x-4 gap-y-3 sm:grid-cols-3">
            <Picked form={form} path="first" label="Event" blank="None" />
            <Picked form={form} path="second" label="Second event, or conversion" blank="None" />
            <NameField
              form={form}
              path="property"
              label="Property with numbers"
              of="properties"
              blank="None"
            />
          </div>
          <div className="mt-1 grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
            <ChoiceField
              form={form}
              path="per"
              label="An average is"
              choices={{ person: 'per person', value: 'per value' }}
              fallback="person"
            />
            <ChoiceField
              form={form}
              path="among"
              label="Among"
              choices={{
                with: 'people with the property',
                everyone: 'everybody, without it nought',
                event: 'people who did the event',
              }}
              fallback="with"
            />
            <ChoiceField
              form={form}
              path="since"
              label="Time runs from the first"
              choices={{ range: 'in the range', ever: 'ever' }}
              fallback="range"
            />
            <ChoiceField
              form={form}
              path="by"
              label="Over time"
              choices={{ '': 'by what fits', day: 'by day', week: 'by week', month: 'by month' }}
              fallback=""
            />
          </div>
        </ReportForm>
      }
    >
      <MetricsResult page={page} />
    </ReportFrame>
  )
}

import type { Metadata } from 'next'
import { counts } from '@/_analytics/reports/cohort/cohort-query'
import { ChoiceField, Picked, TickField, ValueField } from '../frame/fields'
import { ReportForm } from '../frame/report-form'
import { ReportFrame } from '../frame/report-frame'
import { type PageProps, reportHere } from '../frame/report-here'
import { CohortResult } from './cohort-result'

export const metadata: Metadata = { title: 'Retention' }

const lengths = { hour: 'hours', day: 'days', week: 'weeks', month: 'months of 30 days' }

export default async function Cohort(props: PageProps) {
  const page = await reportHere('cohort', props)
  const { form } = page
  return (
    <ReportFrame
      page={page}
      form={
        <ReportForm page={page} without={['compare']}>
          <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
            <Picked form={form} path="first" label="People who did" />
            <Picked form={form} path="second" label="And came back to do" blank="The same again" />
          </div>
          <div className="mt-3 grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
            <ChoiceField
              form={form}
              path="by"
              label="Put together by"
              choices={{
                day: 'the day they began',
                week: 'the week they began',
                month: 'the month they began',
              }}
              fallback="week"
            />
            <ChoiceField form={form} path="length" label="Followed in" choices={lengths} fallback="week" />
            <ValueField form={form} path="buckets" fallback="12" label="For how many" inputMode="numeric" />
            <ChoiceField form={form} path="count" label="Counting" choices={counts} fallback="people" />
            <ChoiceField
              form={form}
              path="show"
              label="Shown as"
              choices={{ percent: 'percent of the cohort', people: 'numbers' }}
              fallback="percent"
            />
            <TickField form={form} path="sum" label="Each with all before it" />
          </div>
        </ReportForm>
      }
    >
      <CohortResult page={page} />
    </ReportFrame>
  )
}

import type { Metadata } from 'next'
import { ChoiceField } from '../frame/fields'
import { PeopleFields } from '../frame/people-fields'
import { ReportForm } from '../frame/report-form'
import { ReportFrame } from '../frame/report-frame'
import { type PageProps, reportHere } from '../frame/report-here'
import { PopulationResult } from './population-result'

export const metadata: Metadata = { title: 'Population' }

const steps = { day: 'every day', week: 'every week', month: 'every 30 days' }

export default async function Population(props: PageProps) {
  const page = await reportHere('population', props)
  const { form, saved } = page
  return (
    <ReportFrame
      page={page}
      form={
        <ReportForm page={page} without={['segment', 'people', 'compare']}>
          <PeopleFields form={form} saved={saved.filter(one => one.report === 'people')} />
          <div className="mt-4 max-w-64">
            <ChoiceField form={form} path="every" label="Counted" choices={steps} fallback="week" />
          </div>
        </ReportForm>
      }
    >
      <PopulationResult page={page} />
    </ReportFrame>
  )
}

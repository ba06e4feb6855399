import type { Metadata } from 'next'
import { ReportFrame } from '../frame/report-frame'
import { type PageProps, reportHere } from '../frame/report-here'
import { SearchForm } from './search-form'
import { SearchResult } from './search-result'

export const metadata: Metadata = { title: 'People search' }

export default async function PeopleSearch(props: PageProps) {
  const page = await reportHere('people', props)
  return (
    <ReportFrame page={page} form={<SearchForm page={page} />} heading="Who was found">
      <SearchResult page={page} />
    </ReportFrame>
  )
}

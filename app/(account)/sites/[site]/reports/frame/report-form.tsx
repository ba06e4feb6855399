import type { ReactNode } from 'react'
import { presets } from '@/_analytics/reports/calendar'
import { formats, modes } from '@/_analytics/reports/definition/segment'
import type { KindName } from '@/_analytics/reports/kinds'
import { Button } from '@/_ui/button'
import { ErrorSummary } from '@/_ui/error-summary'
import { Field, SelectField } from '@/_ui/field'
import { ChoiceField, Folded, KnownNames, NameField, TickField } from './fields'
import { PeopleFields } from './people-fields'
import type { ReportHere } from './report-here'

type Props<N extends KindName> = {
  page: ReportHere<N>
  children: ReactNode
  /** Parts that a kind of report has no use for. */
  without?: readonly ('segment' | 'compare' | 'people')[]
  /** More choices about the segment. */
  segmentMore?: ReactNode
}

/** What a report is about, as a plain form whose answer is an address. */
export function ReportForm<N extends KindName>({ page, children, without = [], segmentMore }: Props<N>) {
  const { form, here, read, saved } = page
  const people = form.has('people.conditions') || form.has('saved') || form.isWrong('people')
  return (
    <div className="rounded-md border border-rule bg-sheet p-4 print:hidden sm:p-5">
      <ErrorSummary title="The report was not drawn" errors={form.errors} />
      <form method="get" action={here} key={JSON.stringify([read.typed, read.asked])}>
        <KnownNames form={form} />
        {children}
        <div className="mt-4 grid gap-x-4 gap-y-3 border-t border-rule pt-4 sm:grid-cols-2 lg:grid-cols-4">
          <RangeFields page={page} />
          {!without.includes('compare') && (
            <TickField form={form} path="compare" label="With as many days before" />
          )}
        </div>
        <div className="mt-3 space-y-1">
          {!without.includes('segment') && (
            <Folded
              summary={
                form.value('segment.property')
                  ? `Split by ${form.value('segment.property')}`
                  : 'Split by a property'
              }
              open={Boolean(form.value('segment.property'))}
            >
              <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
                <NameField
                  form={form}
                  path="segment.property"
                  label="Property"
                  of="properties"
                  blank="None"
                />
                <ChoiceField form={form} path="segment.mode" label="Value" choices={modes} fallback="event" />
                <ChoiceField
                  form={form}
                  path="segment.format"
                  label="Shown"
                  choices={formats}
                  fallback="domain"
                />
                {segmentMore}
              </div>
            </Folded>
          )}
          {!without.includes('people') && (
            <Folded summary={people ? 'Only these people' : 'Only some people'} open={people}>
              <PeopleFields form={form} saved={saved.filter(one => one.report === 'people')} />
            </Folded>
          )}
        </div>
        <div className="mt-4">
          <Button className="max-sm:w-full">Show the report</Button>
        </div>
      </form>
    </div>
  )
}

function RangeFields<N extends KindName>({ page: { read, form } }: { page: ReportHere<N> }) {
  const { from, to } = read.days
  return (
    <>
      <input type="hidden" name="shown" value={`${from}..${to}`} />
      <SelectField name="range" label="Days" defaultValue={read.preset ?? ''}>
        {!read.preset && <option value="">Between two days</option>}
        {Object.entries(presets).map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </SelectField>
      <Field name="from" label="From" type="date" defaultValue={from} error={form.error('from')} />
      <Field name="to" label="To" type="date" defaultValue={to} error={form.error('to')} />
    </>
  )
}

import { touches } from '@/_analytics/reports/attribution/attribution-query'
import { ChoiceField, Conditions, Folded, NameField, TickField, ValueField } from '../frame/fields'
import { ReportForm } from '../frame/report-form'
import type { ReportHere } from '../frame/report-here'

export function AttributionForm({ page }: { page: ReportHere<'attribution'> }) {
  const { form } = page
  return (
    <ReportForm page={page} without={['segment']}>
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-3">
        <NameField form={form} path="event" label="Conversion" of="events" />
        <ChoiceField form={form} path="by" label="Credit goes to" choices={touches} fallback="channel" />
        <NameField form={form} path="value" label="Also divide" of="properties" blank="Nothing else" />
      </div>
      <Folded
        summary={form.has('where') ? 'Only with these properties' : 'Only with a property'}
        open={form.has('where') || form.isWrong('where')}
      >
        <Conditions form={form} path="where" />
      </Folded>
      <Folded
        summary="How far back, and how fast it fades"
        open={['lookback', 'halfLife'].some(part => form.isWrong(part)) || form.has('once')}
      >
        <div className="grid gap-x-4 gap-y-3 sm:grid-cols-3">
          <ValueField
            form={form}
            path="lookback"
            fallback="30"
            label="Visits up to"
            inputMode="numeric"
            help="days before the conversion"
          />
          <ValueField
            form={form}
            path="halfLife"
            fallback="7"
            label="Half the weight after"
            inputMode="numeric"
            help="days, for time decay"
          />
          <TickField form={form} path="once" label="Only each person’s first conversion" />
        </div>
      </Folded>
    </ReportForm>
  )
}

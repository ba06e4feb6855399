import { ChoiceField, Folded, Picked, TickField, ValueField } from '../frame/fields'
import { ReportForm } from '../frame/report-form'
import type { ReportHere } from '../frame/report-here'

export function FunnelForm({ page }: { page: ReportHere<'funnel'> }) {
  const { form } = page
  const more = ['window', 'skip', 'without'].some(part => form.has(part))
  const special = form.value('counting') === 'daily' || form.value('of') === 'ways'
  const segmentStep = (
    <ChoiceField
      form={form}
      path="segmentStep"
      label="The event is"
      choices={Object.fromEntries(
        Array.from({ length: Math.max(1, form.length('steps')) }, (_, at) => [
          String(at + 1),
          `step ${at + 1}`,
        ]),
      )}
      fallback="1"
    />
  )
  return (
    <ReportForm page={page} segmentMore={segmentStep}>
      <fieldset id="steps" tabIndex={-1}>
        <legend className="sr-only">Steps in order</legend>
        {form.error('steps') && <p className="mb-2 font-semibold text-bad">{form.error('steps')}</p>}
        <div className="grid gap-x-4 gap-y-1 sm:grid-cols-2 xl:grid-cols-3">
          {form.rows('steps', { least: 2 }).map((row, at) => (
            <Picked
              key={row}
              form={form}
              path={row}
              label={at === form.length('steps') ? 'One more step' : `Step ${at + 1}`}
              blank={at < 2 ? undefined : 'None'}
            />
          ))}
        </div>
      </fieldset>
      <Folded summary="Time, skipping and what ends a way" open={more || special}>
        <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 xl:grid-cols-4">
          <div className="grid grid-cols-2 gap-2">
            <ValueField
              form={form}
              path="window"
              label="Within"
              inputMode="numeric"
              placeholder="the range"
            />
            <ChoiceField
              form={form}
              path="unit"
              label="Unit"
              choices={{ minutes: 'minutes', hours: 'hours', days: 'days' }}
              fallback="days"
            />
          </div>
          <ChoiceField
            form={form}
            path="of"
            label="Count"
            choices={{ people: 'people', ways: 'every way through' }}
            fallback="people"
          />
          <ChoiceField
            form={form}
            path="counting"
            label="Events"
            choices={{ every: 'every time', daily: 'the last of each day, as Kissmetrics did' }}
            fallback="every"
          />
          <TickField form={form} path="skip" label="Show people who skipped steps" />
          <Picked form={form} path={`without.0`} label="Ended by" blank="Nothing" />
          {form.length('without') > 0 && (
            <Picked form={form} path="without.1" label="Or by" blank="Nothing" />
          )}
          {form.length('without') > 1 && (
            <Picked form={form} path="without.2" label="Or by" blank="Nothing" />
          )}
        </div>
      </Folded>
    </ReportForm>
  )
}

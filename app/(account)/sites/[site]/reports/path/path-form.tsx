import { ChoiceField, Folded, NameField, Picked, TickField } from '../frame/fields'
import { ReportForm } from '../frame/report-form'
import type { ReportHere } from '../frame/report-here'

const sides = { first: 'The first steps after the start', last: 'The last steps before the end' }
const lengths = Object.fromEntries([2, 3, 4, 5, 6, 7, 8].map(steps => [String(steps), `${steps} steps`]))

export function PathForm({ page }: { page: ReportHere<'path'> }) {
  const { form } = page
  return (
    <ReportForm page={page} without={['segment']}>
      <div className="grid gap-x-4 gap-y-1 sm:grid-cols-2 xl:grid-cols-3">
        <Picked form={form} path="start" label="From" blank="The first event" />
        <Picked form={form} path="end" label="To" blank="Anywhere" />
        <NameField form={form} path="of" label="Made of" of="properties" blank="Events" />
      </div>
      <Folded
        summary="Which steps, and what is left out"
        open={['without', 'repeats'].some(part => form.has(part)) || form.value('side') === 'last'}
      >
        <div className="grid gap-x-4 gap-y-3 sm:grid-cols-3">
          <ChoiceField form={form} path="side" label="Shown" choices={sides} fallback="first" />
          <ChoiceField form={form} path="length" label="How many" choices={lengths} fallback="5" />
          <TickField form={form} path="repeats" label="Each repeat as a step of its own" />
          {form.rows('without', { most: 20 }).map(row => (
            <NameField
              key={row}
              form={form}
              path={`${row}.event`}
              label="Without the event"
              of="events"
              blank="None"
            />
          ))}
        </div>
      </Folded>
    </ReportForm>
  )
}

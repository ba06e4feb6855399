import Link from 'next/link'
import { type Preset, presets } from '@/_analytics/reports/calendar'
import {
  type MetricDefinition,
  metricQueryString,
  type ReadMetric,
} from '@/_analytics/reports/metric-definition'
import { Button } from '@/_ui/button'
import { ErrorSummary } from '@/_ui/error-summary'
import { CheckField, Field, SelectField } from '@/_ui/field'

type Props = Pick<ReadMetric, 'typed' | 'errors'> & {
  here: string
  names: string[]
  definition?: MetricDefinition
}

/** What the report is about, as a plain form whose answer is an address. */
export function MetricForm({ here, names, typed, definition, errors }: Props) {
  const errorOf = (field: string) => errors.find(error => error.field === field)?.message
  const options = typed.event && !names.includes(typed.event) ? [typed.event, ...names] : names
  const preset = definition && typeof definition.range === 'string' ? definition.range : undefined
  return (
    <div className="rounded-md border border-rule bg-sheet p-4 sm:p-5">
      <ErrorSummary title="The report was not drawn" errors={errors} />
      <form method="get" action={here} key={JSON.stringify(typed)}>
        {preset && <input type="hidden" name="range" value={preset} />}
        <input type="hidden" name="shown" value={`${typed.from}..${typed.to}`} />
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)_auto]">
          <SelectField
            name="event"
            label="Event"
            defaultValue={typed.event}
            error={errorOf('event')}
            className="sm:max-lg:col-span-2"
          >
            {options.map(name => (
              <option key={name}>{name}</option>
            ))}
          </SelectField>
          <Field name="from" label="From" type="date" defaultValue={typed.from} error={errorOf('from')} />
          <Field name="to" label="To" type="date" defaultValue={typed.to} error={errorOf('to')} />
          <div className="lg:pt-7">
            <Button className="w-full">Show the report</Button>
          </div>
        </div>
        <div className="mt-3">
          <CheckField
            name="compare"
            value="1"
            defaultChecked={typed.compare}
            label="With as many days before, for comparison"
          />
        </div>
      </form>
      <nav aria-label="Ranges" className="mt-4 border-t border-rule pt-3">
        <ul className="flex flex-wrap gap-x-5">
          {Object.entries(presets).map(([range, text]) => (
            <li key={range}>
              <Link
                href={`${here}?${metricQueryString({ event: typed.event, compare: typed.compare, range: range as Preset })}`}
                aria-current={range === preset ? 'true' : undefined}
                className="link inline-flex min-h-9 items-center aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
              >
                {text}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}

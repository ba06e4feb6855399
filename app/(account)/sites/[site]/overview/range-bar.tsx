import Link from 'next/link'
import { type Preset, presets } from '@/_analytics/reports/calendar'
import type { FieldError } from '@/_analytics/reports/definition/range'
import type { OverviewDefinition } from '@/_analytics/reports/overview/overview-query'
import { Button } from '@/_ui/button'
import { ErrorSummary } from '@/_ui/error-summary'
import { CheckField, Field } from '@/_ui/field'
import { country } from '@/_ui/format'
import { type Links, nameOf } from './read'

type Props = {
  links: Links
  definition: OverviewDefinition
  days: { from: string; to: string }
  preset: Preset | undefined
  errors: FieldError[]
  /** Other parts of the address, kept by the form. */
  kept: [name: string, value: string][]
}

/** Which days, compared or not, and of which visits. */
export function RangeBar({ links, definition, days, preset, errors, kept }: Props) {
  const errorOf = (field: string) => errors.find(error => error.field === field)?.message
  const { compare, filter } = definition
  return (
    <div className="mt-3 print:hidden">
      <ErrorSummary title="These days were not shown" errors={errors} />
      <div className="flex flex-wrap items-center gap-x-5">
        <ul aria-label="Days" className="flex flex-wrap gap-x-5">
          {Object.entries(presets).map(([range, text]) => (
            <li key={range}>
              <Link
                href={links.to({ asked: { range, ...(compare && { compare }) } })}
                prefetch={false}
                aria-current={range === preset ? 'true' : undefined}
                className="inline-flex min-h-9 items-center text-soft hover:text-signal aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:underline aria-[current]:decoration-signal aria-[current]:decoration-2 aria-[current]:underline-offset-4"
              >
                {text}
              </Link>
            </li>
          ))}
        </ul>
        <details open={!preset || errors.length > 0}>
          <summary className="inline-flex min-h-9 items-center text-signal hover:text-signal-deep">
            <span className="underline decoration-signal/45 underline-offset-4">
              {preset ? 'Other days, comparison' : 'Between two days'}
            </span>
          </summary>
          <form
            method="get"
            action={links.here}
            key={JSON.stringify(days)}
            className="mt-2 mb-3 flex flex-wrap items-end gap-3 rounded-md border border-rule bg-sheet p-3"
          >
            <input type="hidden" name="shown" value={`${days.from}..${days.to}`} />
            {preset && <input type="hidden" name="range" value={preset} />}
            {kept.map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <Field name="from" label="From" type="date" defaultValue={days.from} error={errorOf('from')} />
            <Field name="to" label="To" type="date" defaultValue={days.to} error={errorOf('to')} />
            <div className="pb-2">
              <CheckField
                name="compare"
                value="1"
                defaultChecked={compare}
                label="With as many days before"
              />
            </div>
            <Button look="quiet">Show</Button>
          </form>
        </details>
      </div>
      {filter.length > 0 && (
        <ul aria-label="Only visits of" className="mt-2 flex flex-wrap gap-2">
          {filter.map(({ by, is }) => (
            <li key={`${by} ${is}`}>
              <Link
                href={links.toggled(by, is)}
                scroll={false}
                prefetch={false}
                className="inline-flex min-h-8 items-center gap-2 rounded-md border border-edge bg-sheet px-3 text-[0.9375rem] text-ink hover:border-signal hover:text-signal"
              >
                <span className="text-soft">{nameOf(by)}</span> {by === 'country' ? country(is) : is}
                <span aria-hidden="true">×</span>
                <span className="sr-only">: take this filter away</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

import type { PropertyHistory } from '@/_analytics/reports/person/person-query'
import { many } from '@/_ui/format'
import { zoneTime } from '@/_ui/zone-time'

type Props = { properties: PropertyHistory[]; zone: string }

const shown = 12

/** Every property with its last value; those with a past open to it. */
export function Properties({ properties, zone }: Props) {
  return (
    <section aria-labelledby="properties">
      <h2 id="properties" className="text-2xl">
        Properties
      </h2>
      {properties.length === 0 && <p className="mt-2 text-soft">None yet.</p>}
      <List properties={properties.slice(0, shown)} zone={zone} />
      {properties.length > shown && (
        <details>
          <summary className="link inline-flex min-h-11 items-center">
            {many(properties.length - shown, 'more property', 'more properties')}
          </summary>
          <List properties={properties.slice(shown)} zone={zone} />
        </details>
      )}
    </section>
  )
}

function List({ properties, zone }: Props) {
  const time = zoneTime(zone)
  return (
    <dl className="mt-3 divide-y divide-rule border-y border-rule">
      {properties.map(({ name, values, stretches }) => (
        <div key={name} className="py-2">
          <dt className="text-sm text-soft wrap-anywhere">{name}</dt>
          <dd className="wrap-anywhere">{text(stretches[0]?.value)}</dd>
          {stretches.length > 1 && (
            <dd className="text-sm">
              <details>
                <summary className="inline-flex min-h-6 items-center text-soft hover:text-signal">
                  {many(values, 'value')}
                </summary>
                <ol className="mt-1 max-h-64 overflow-y-auto rounded-md bg-shade px-3 py-2">
                  {stretches.map(({ value, from, to, times }) => (
                    <li key={`${from} ${value}`} className="py-0.5 wrap-anywhere">
                      {text(value)}{' '}
                      <span className="text-soft">
                        {time.date(from)}, {time.clock(from)}
                        {times > 1 && ` to ${time.date(to)}, ${times} times`}
                      </span>
                    </li>
                  ))}
                </ol>
              </details>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}

const text = (value: string | undefined) => (value === '' ? '(empty)' : value)

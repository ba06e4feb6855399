import Link from 'next/link'
import type { Entry } from '@/_analytics/reports/person/person-query'
import { country, duration } from '@/_ui/format'
import { zoneTime } from '@/_ui/zone-time'
import { pageName } from '../../live/page-name'
import { hrefOf, type Wanted } from './asked'

type Props = { entry: Entry; zone: string; host: string; here: string; wanted: Wanted }

/** What an event's line shows of its properties, the first that it has. */
const telling = ['viewed url', 'url', 'link url', 'file url', 'product', 'plan name', 'billing amount']
/** The same on every line of a visit: not worth repeating where only properties were set. */
const usual = ['browser', 'operating system', 'device type', 'country', 'ip address']

/** One line of a timeline, which opens to all that came with it. */
export function EntryLine({ entry, zone, host, here, wanted }: Props) {
  const { at, event, identity, other, properties, bot, received } = entry
  const time = zoneTime(zone)
  const all = Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1))
  const seconds = properties['engaged seconds']
  return (
    <li className="grid grid-cols-[4rem_minmax(0,1fr)] gap-x-2 py-1 text-[0.9375rem] sm:grid-cols-[4.5rem_minmax(0,1fr)]">
      <time dateTime={new Date(at).toISOString()} className="text-soft">
        {time.second(at)}
      </time>
      <div className="min-w-0">
        <p className="wrap-anywhere">
          {entry.kind === 'merge' ? (
            <>
              <span className="font-semibold">Merged</span> {identity} with {other}
            </>
          ) : event ? (
            <>
              <Link
                href={`${hrefOf(here, wanted, { event, kind: undefined })}#timeline`}
                className="font-semibold text-ink hover:text-signal"
              >
                {event}
              </Link>{' '}
              <span className="text-soft">
                {tell(properties, host)}
                {event === 'engaged' && seconds && `, ${duration(Number(seconds) * 1000)}`}
              </span>
            </>
          ) : (
            <>
              <span className="font-semibold">Set</span> {summary(properties)}
            </>
          )}
          {bot && <Mark>looks like a program</Mark>}
          {received && <Mark>came {duration(received - at)} late</Mark>}
        </p>
        {all.length > 0 && (
          <details className="text-sm">
            <summary className="inline-flex min-h-6 items-center text-soft hover:text-signal">
              {all.length === 1 ? '1 property' : `${all.length} properties`}
            </summary>
            <dl className="mb-2 grid grid-cols-[minmax(6rem,max-content)_minmax(0,1fr)] gap-x-4 gap-y-1 rounded-md bg-shade px-3 py-2">
              {all.map(([name, value]) => (
                <div key={name} className="col-span-2 grid grid-cols-subgrid">
                  <dt className="text-soft wrap-anywhere">{name}</dt>
                  <dd className="wrap-anywhere">{value === '' ? '(empty)' : value}</dd>
                </div>
              ))}
              <div className="col-span-2 grid grid-cols-subgrid border-t border-rule pt-1">
                <dt className="text-soft">as</dt>
                <dd className="wrap-anywhere">{identity}</dd>
              </div>
            </dl>
          </details>
        )}
      </div>
    </li>
  )
}

const Mark = ({ children }: { children: React.ReactNode }) => (
  <span className="ml-2 inline-block rounded-sm border border-edge px-1 text-[0.8125rem] text-soft">
    {children}
  </span>
)

function tell(properties: Record<string, string>, host: string): string {
  const name = telling.find(one => properties[one])
  return name ? pageName(properties[name]!, host) : ''
}

function summary(properties: Record<string, string>): string {
  const told = Object.entries(properties).filter(([name]) => !usual.includes(name))
  const shown = told.length ? told : Object.entries(properties)
  return shown
    .slice(0, 3)
    .map(([name, value]) => `${name}: ${name === 'country' ? country(value) : value}`)
    .join(', ')
}

import type { ReactNode } from 'react'
import type { Entry } from '@/_analytics/reports/person/person-query'
import { country, duration } from '@/_ui/format'
import { zoneTime } from '@/_ui/zone-time'
import { pageName } from '../../live/page-name'

type Props = { entry: Entry; zone: string; host: string }

/** What an event's line shows of its properties, the first that it has. */
const telling = ['viewed url', 'url', 'link url', 'file url', 'product', 'plan name', 'billing amount']
/** The same on every line of a visit: not worth repeating where only properties were set. */
const usual = ['browser', 'operating system', 'device type', 'country', 'ip address']

const line =
  'grid grid-cols-[4.5rem_minmax(0,1fr)] gap-x-2 py-1 text-[0.9375rem] sm:grid-cols-[5rem_minmax(0,1fr)]'

/** One line of a timeline, which opens to all that came with it. */
export function EntryLine({ entry, zone, host }: Props) {
  const { at, identity, properties } = entry
  const all = Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1))
  const head = (
    <>
      <time dateTime={new Date(at).toISOString()} className="text-soft">
        {zoneTime(zone).second(at)}
      </time>
      <span className="min-w-0 wrap-anywhere">
        <What entry={entry} host={host} />
      </span>
    </>
  )
  if (all.length === 0) return <li className={line}>{head}</li>
  return (
    <li>
      <details>
        <summary className={`${line} rounded-sm hover:bg-shade`}>{head}</summary>
        <dl className="mb-2 grid grid-cols-[minmax(6rem,max-content)_minmax(0,1fr)] gap-x-4 gap-y-1 rounded-md bg-shade px-3 py-2 text-sm">
          {[...all, ['received as', identity] as const].map(([name, value]) => (
            <div key={name} className="col-span-2 grid grid-cols-subgrid">
              <dt className="text-soft wrap-anywhere">{name}</dt>
              <dd className="wrap-anywhere">{value === '' ? '(empty)' : value}</dd>
            </div>
          ))}
        </dl>
      </details>
    </li>
  )
}

function What({ entry, host }: { entry: Entry; host: string }) {
  const { at, kind, event, identity, other, properties, bot, received } = entry
  const seconds = properties['engaged seconds']
  const what = kind === 'merge' ? 'Merged' : (event ?? 'Set')
  const told =
    kind === 'merge'
      ? `${identity} with ${other}`
      : event
        ? tell(properties, host) + (seconds ? `, ${duration(Number(seconds) * 1000)}` : '')
        : summary(properties)
  return (
    <>
      <span className="font-semibold">{what}</span> <span className={event ? 'text-soft' : ''}>{told}</span>
      {bot && <Mark>looks like a program</Mark>}
      {received && <Mark>came {duration(received - at)} late</Mark>}
    </>
  )
}

const Mark = ({ children }: { children: ReactNode }) => (
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

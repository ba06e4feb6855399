import Link from 'next/link'
import type { Entry, PersonAnswer, PersonVisit } from '@/_analytics/reports/person/person-query'
import { Button } from '@/_ui/button'
import { count, country, duration, longDay, many } from '@/_ui/format'
import { Pagination } from '@/_ui/pagination'
import { zoneTime } from '@/_ui/zone-time'
import { pageName } from '../../live/page-name'
import { hrefOf, kinds, type Wanted } from './asked'
import { EntryLine } from './entry-line'

type Props = { here: string; wanted: Wanted; person: PersonAnswer; zone: string; host: string }

const pageSize = 50

/** Everything that happened, the newest first, gathered by day and visit. */
export function Timeline({ here, wanted, person, zone, host }: Props) {
  const { entries, total } = person.timeline
  const narrowed = wanted.kind || wanted.event || wanted.day
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline" className="text-2xl">
        Timeline
      </h2>
      <Narrow {...{ here, wanted, person }} />
      <p className="mt-4 mb-2 text-soft" role="status">
        {many(total, 'entry', 'entries')}
        {wanted.day && ` on ${longDay(wanted.day)}`}, times in {zone}.
        {person.bots > 0 && ` ${many(person.bots, 'hit')} of a program are marked and not counted.`}
        {!person.complete && ' This person has more hits than are read at once: these are the newest.'}{' '}
        {narrowed && (
          <Link href={`${here}#timeline`} className="link">
            Show everything
          </Link>
        )}
      </p>
      {groups(entries, zone).map(({ day, parts }) => (
        <section key={day} aria-label={day}>
          <h3 className="sticky top-0 z-10 border-b border-edge bg-paper py-2 text-lg">{day}</h3>
          {parts.map(({ visit, entries }) => (
            <div key={`${visit ?? 'none'} ${entries[0]!.at}`} className="py-2">
              {visit !== undefined && (
                <VisitLine visit={person.visits.find(({ number }) => number === visit)} host={host} />
              )}
              <ol className={visit === undefined ? '' : 'border-l-2 border-data-wash pl-3 sm:pl-4'}>
                {entries.map((entry, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: equal entries may follow each other
                  <EntryLine key={at} {...{ entry, zone, host }} />
                ))}
              </ol>
            </div>
          ))}
        </section>
      ))}
      <div className="mt-4">
        <Pagination
          page={wanted.page ?? 1}
          pages={Math.ceil(total / pageSize)}
          href={page => `${hrefOf(here, wanted, { page })}#timeline`}
        />
      </div>
    </section>
  )
}

function Narrow({ here, wanted, person }: Pick<Props, 'here' | 'wanted' | 'person'>) {
  const select =
    'min-h-11 max-w-full rounded-md border border-edge bg-sheet px-3 py-2 pr-8 hover:border-signal'
  return (
    <form action={`${here}#timeline`} method="get" className="mt-3 flex flex-wrap items-end gap-3">
      {wanted.day && <input type="hidden" name="day" value={wanted.day} />}
      <label className="min-w-0">
        <span className="block text-sm text-soft">Show</span>
        <select name="kind" defaultValue={wanted.kind ?? ''} className={select}>
          <option value="">Everything</option>
          {Object.entries(kinds).map(([kind, name]) => (
            <option key={kind} value={kind}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="min-w-0">
        <span className="block text-sm text-soft">Event</span>
        <select name="event" defaultValue={wanted.event ?? ''} className={select}>
          <option value="">Any</option>
          {person.counts.map(([event, times]) => (
            <option key={event} value={event}>
              {event} ({count(times)})
            </option>
          ))}
        </select>
      </label>
      <Button look="quiet">Show</Button>
    </form>
  )
}

/** Neighbouring entries of one day, and in it of one visit. */
function groups(entries: readonly Entry[], zone: string) {
  const time = zoneTime(zone)
  const days: { day: string; parts: { visit: number | undefined; entries: Entry[] }[] }[] = []
  for (const entry of entries) {
    const day = time.day(entry.at)
    if (days.at(-1)?.day !== day) days.push({ day, parts: [] })
    const { parts } = days.at(-1)!
    const open = parts.at(-1)
    if (open && open.visit === entry.visit) open.entries.push(entry)
    else parts.push({ visit: entry.visit, entries: [entry] })
  }
  return days
}

/** How a visit came about, from where, and how long it was. */
function VisitLine({ visit, host }: { visit: PersonVisit | undefined; host: string }) {
  if (!visit) return null
  const { channel, origin, referrer, searchTerms, campaign, browser, system, device, address } = visit
  const from = referrer && referrer !== 'Direct' ? pageName(referrer.split('?')[0]!, host) : undefined
  const parts = [
    channel ? [channel, origin ?? campaign].filter(Boolean).join(': ') : campaign,
    from && `from ${from}`,
    searchTerms && `searched “${searchTerms}”`,
    [[browser, system].filter(Boolean).join(' on '), device].filter(Boolean).join(', '),
    visit.country && country(visit.country),
    address,
  ]
  return (
    <p className="mb-1 text-[0.9375rem] wrap-anywhere">
      <span className="font-semibold">Visit {visit.number}</span>{' '}
      <span className="text-soft">
        · {many(visit.views, 'page')} in{' '}
        {duration(Math.max(visit.to - visit.from, visit.engagedSeconds * 1000))}
        {parts.filter(Boolean).map(part => ` · ${part}`)}
      </span>
    </p>
  )
}

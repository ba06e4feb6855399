import type { PersonAnswer } from '@/_analytics/reports/person/person-query'
import { ago, count, duration, many } from '@/_ui/format'
import { Stat } from '@/_ui/stat'
import { zoneTime } from '@/_ui/zone-time'

type Props = { person: PersonAnswer; zone: string; now: number; currency: string }

/** What is worth knowing of a person at a glance (kissmetrics.md, 4.9). */
export function Facts({ person, zone, now, currency }: Props) {
  const { first, last, visits, events, revenue, milestones } = person
  const time = zoneTime(zone)
  const money = new Intl.NumberFormat('en', { style: 'currency', currency })
  const arrivals = visits.map(({ from }) => from)
  const between = arrivals.length > 1 ? (arrivals[0]! - arrivals.at(-1)!) / (arrivals.length - 1) : undefined
  const began = visits.at(-1)
  const lines: [name: string, value: string | undefined][] = [
    ['First came from', began && sourceOf(began)],
    ['First searched for', visits.findLast(({ searchTerms }) => searchTerms)?.searchTerms],
    ['Last came from', visits[0] && sourceOf(visits[0])],
    [
      'Signed up',
      milestones.signedUp &&
        `${time.date(milestones.signedUp.at)}, ${signUp(milestones.signedUp, began?.from)}`,
    ],
    ['First paid', firstPaid(milestones, time.date)],
  ]
  return (
    <>
      <dl className="mt-6 grid grid-cols-2 gap-x-8 gap-y-6 sm:grid-cols-3 lg:grid-cols-5">
        {last !== undefined && (
          <Stat name="Last seen" value={ago(now - last)} note={`${time.date(last)}, ${time.clock(last)}`} />
        )}
        {first !== undefined && (
          <Stat
            name="First seen"
            value={ago(now - first)}
            note={`${time.date(first)}, ${time.clock(first)}`}
          />
        )}
        <Stat
          name="Visits"
          value={count(visits.length)}
          note={between === undefined ? undefined : `${duration(between)} apart on average`}
        />
        <Stat
          name="Events"
          value={count(events)}
          note={person.repeats ? `${many(person.repeats, 'repeat')} counted once` : undefined}
        />
        {revenue && (
          <Stat
            name="Revenue"
            value={money.format(revenue.total)}
            note={`${many(revenue.times, 'payment')}, the largest ${money.format(revenue.largest)}`}
          />
        )}
      </dl>
      <dl className="mt-8 grid gap-x-8 gap-y-2 border-t border-rule pt-4 sm:grid-cols-2 lg:grid-cols-3">
        {lines.map(
          ([name, value]) =>
            value && (
              <div key={name} className="flex flex-wrap gap-x-2">
                <dt className="text-soft">{name}</dt>
                <dd className="wrap-anywhere">{value}</dd>
              </div>
            ),
        )}
      </dl>
    </>
  )
}

type Came = PersonAnswer['visits'][number]

function sourceOf({ channel, origin, referrer }: Came): string | undefined {
  if (channel) return origin ? `${channel}: ${origin}` : channel
  return referrer && URL.canParse(referrer) ? new URL(referrer).hostname.replace(/^www\./, '') : referrer
}

function signUp({ at, visits }: { at: number; visits: number }, began: number | undefined): string {
  const nth = visits <= 1 ? 'in the first visit' : `in visit ${visits}`
  return began === undefined || at - began < 3_600_000
    ? nth
    : `${nth}, ${duration(at - began)} after it began`
}

function firstPaid({ paid, signedUp }: PersonAnswer['milestones'], date: (at: number) => string) {
  if (paid === undefined) return undefined
  const after = signedUp && paid > signedUp.at ? `, ${duration(paid - signedUp.at)} after signing up` : ''
  return date(paid) + after
}

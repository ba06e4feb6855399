import Link from 'next/link'
import { addDays } from '@/_analytics/reports/calendar'
import { longDay, many, shortDay } from '@/_ui/format'
import { hrefOf, type Wanted } from './asked'

type Props = { here: string; wanted: Wanted; days: Record<string, number>; today: string }

const weeks = 12
const shades = ['bg-data/25', 'bg-data/45', 'bg-data/70', 'bg-data']

/** The last 12 weeks, a day a square; those on which something happened open their day of the timeline. */
export function Activity({ here, wanted, days, today }: Props) {
  const weekday = (new Date(today).getUTCDay() + 6) % 7
  const first = addDays(today, -weekday - 7 * (weeks - 1))
  const shown = Array.from({ length: 7 * (weeks - 1) + weekday + 1 }, (_, i) => addDays(first, i))
  const most = Math.max(1, ...shown.map(day => days[day] ?? 0))
  const active = shown.filter(day => days[day]).length
  return (
    <section aria-labelledby="activity" className="mb-12">
      <h2 id="activity" className="text-2xl">
        Activity
      </h2>
      <p className="mt-1 mb-4 text-soft">
        {active === 0
          ? `Nothing happened in the last ${weeks} weeks.`
          : `${many(active, 'day')} of the last ${weeks} weeks, since ${shortDay(first)}. Choose a day to see it alone.`}
      </p>
      <ol className="grid w-fit grid-flow-col grid-rows-7 gap-[2px]">
        {shown.map(day => {
          const times = days[day] ?? 0
          const shade = shades[Math.min(shades.length - 1, Math.floor((times / most) * shades.length))]
          return (
            <li key={day} className="size-6">
              {times === 0 ? (
                <span aria-hidden className="block size-6 rounded-sm bg-shade" title={longDay(day)} />
              ) : (
                <Link
                  href={`${hrefOf(here, wanted, { day: wanted.day === day ? undefined : day })}#timeline`}
                  aria-current={wanted.day === day ? 'true' : undefined}
                  title={`${longDay(day)}: ${many(times, 'event')}`}
                  className={`block size-6 rounded-sm ${shade} aria-[current]:outline-2 aria-[current]:outline-signal`}
                >
                  <span className="sr-only">
                    {longDay(day)}: {many(times, 'event')}
                  </span>
                </Link>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

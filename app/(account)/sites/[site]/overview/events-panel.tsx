import Link from 'next/link'
import type { Access } from '@/_analytics/reports/access.data'
import type { OverviewEventsAsk } from '@/_analytics/reports/overview/overview-query'
import { count, percent } from '@/_ui/format'
import type { Links } from './read'

type Props = { access: Access; ask: OverviewEventsAsk; hidden: string[]; visitors: number; links: Links }

/** What else visitors did, beside coming and reading. */
export async function EventsPanel({ access, ask, hidden, visitors, links }: Props) {
  const { events } = await access.ask(ask)
  const shown = events.filter(({ name }) => !hidden.includes(name))
  return (
    <section aria-labelledby="did" className="min-w-0">
      <h2 id="did" className="border-b border-edge pb-1 text-xl">
        What else they do
      </h2>
      {shown.length === 0 ? (
        <p className="py-6 text-soft">No other event on these days.</p>
      ) : (
        <table className="w-full table-fixed border-collapse text-[0.9375rem]">
          <caption className="sr-only">Other events, the most people first</caption>
          <thead>
            <tr className="text-soft">
              {['Event', 'People', 'Share', 'Times'].map((head, i) => (
                <th
                  key={head}
                  scope="col"
                  className={`py-1.5 font-semibold ${i === 0 ? 'text-left' : 'w-18 text-right'}`}
                >
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ name, people, times }) => (
              <tr key={name} className="border-b border-rule">
                <th scope="row" className="truncate py-1.5 pr-2 text-left font-normal" title={name}>
                  <Link
                    href={`${links.here}/reports/metrics?${new URLSearchParams({ calculation: 'times', 'first.event': name, range: '30' })}`}
                    prefetch={false}
                    className="text-ink hover:text-signal"
                  >
                    {name}
                  </Link>
                </th>
                <td className="text-right figures">
                  <Link
                    href={links.people('event', `Did ${name}`, name)}
                    prefetch={false}
                    className="link-figure inline-flex min-h-6 items-center"
                  >
                    {count(people)}
                  </Link>
                </td>
                <td className="text-right text-soft figures">
                  {percent(visitors ? people / visitors : null)}
                </td>
                <td className="text-right text-soft figures">{count(times)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

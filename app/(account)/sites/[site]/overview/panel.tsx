import Link from 'next/link'
import type { Dimension } from '@/_analytics/reports/overview/dimensions'
import type { Breakdown } from '@/_analytics/reports/overview/overview-query'
import { count, country } from '@/_ui/format'
import { type Links, nameOf, type Panel as PanelName, panels } from './read'

type Props = { panel: PanelName; by: Dimension; found: Breakdown | undefined; links: Links; people: number }

/** The largest rows of a dimension, each of which filters the rest of the page and opens its people. */
export function Panel({ panel, by, found, links, people }: Props) {
  const { title, by: choices } = panels[panel]
  return (
    <section aria-labelledby={`panel-${panel}`} className="flex min-w-0 flex-col">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-edge pb-1">
        <h2 id={`panel-${panel}`} className="text-xl">
          {title}
        </h2>
        {choices.length > 1 && (
          <ul className="flex flex-wrap gap-x-4 text-[0.9375rem]" aria-label={`${title}, by`}>
            {choices.map(one => (
              <li key={one}>
                <Link
                  href={links.to({ open: { [panel]: one } })}
                  scroll={false}
                  prefetch={false}
                  aria-current={one === by ? 'true' : undefined}
                  className="inline-flex min-h-8 items-center text-soft hover:text-signal aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:underline aria-[current]:decoration-signal aria-[current]:decoration-2 aria-[current]:underline-offset-4"
                >
                  {nameOf(one)}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </div>
      {!found || found.rows.length === 0 ? (
        <p className="py-6 text-soft">{empty[by] ?? 'Nothing on these days.'}</p>
      ) : (
        <Rows {...{ by, found, links, people }} />
      )}
    </section>
  )
}

const empty: Partial<Record<Dimension, string>> = {
  campaign: 'No visit began with a link that names a campaign (utm_campaign).',
  term: 'No search engine told what was searched for on these days.',
  exit: 'No page views on these days.',
}

const shown = 9

/** @param whole shows every row that was found */
export function Rows({
  by,
  found,
  links,
  people,
  whole,
}: Omit<Props, 'panel' | 'found'> & { found: Breakdown; whole?: boolean }) {
  const rows = whole ? found.rows : found.rows.slice(0, shown)
  const most = Math.max(1, ...rows.map(({ visitors }) => visitors))
  return (
    <>
      <table className="w-full table-fixed border-collapse text-[0.9375rem]">
        <caption className="sr-only">{nameOf(by)}, the most visitors first</caption>
        <thead>
          <tr className="text-soft">
            <th scope="col" className="py-1.5 pr-2 text-left font-semibold">
              {nameOf(by)}
            </th>
            <th scope="col" className="w-22 py-1.5 text-right font-semibold">
              Visitors
            </th>
            <th scope="col" className="w-18 py-1.5 text-right font-semibold">
              {by === 'page' ? 'Views' : 'Visits'}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ value, visitors, times }) => (
            <tr key={value} className="group">
              <th scope="row" className="relative h-9 pr-2 text-left font-normal">
                <Bar share={visitors / most} />
                <Link
                  href={links.toggled(by, value)}
                  scroll={false}
                  prefetch={false}
                  aria-current={links.has(by, value) ? 'true' : undefined}
                  title={links.has(by, value) ? 'Show all visits again' : `Only visits of: ${value}`}
                  className="relative block truncate px-2 py-1.5 text-ink group-hover:text-signal aria-[current]:font-semibold"
                >
                  {by === 'country' ? country(value) : value}
                </Link>
              </th>
              <td className="text-right figures">
                <Link
                  href={links.people(`row.${by}`, `${nameOf(by)}: ${value}`, value)}
                  prefetch={false}
                  className="link-figure inline-flex min-h-6 items-center"
                  title={`${percentOf(visitors, people)} of all; see who they are`}
                >
                  {count(visitors)}
                </Link>
              </td>
              <td className="text-right text-soft figures">{count(times)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {!whole && found.of > rows.length && (
        <p className="mt-1">
          <Link
            href={links.to({ whole: by })}
            prefetch={false}
            className="link inline-flex min-h-9 items-center text-[0.9375rem]"
          >
            All {count(found.of)}
          </Link>
        </p>
      )}
    </>
  )
}

const percentOf = (part: number, all: number) => (all ? `${((part / all) * 100).toFixed(1)} %` : '–')

/** How a row compares with the largest, behind its name. */
const Bar = ({ share }: { share: number }) => (
  <svg
    aria-hidden="true"
    focusable="false"
    className="absolute inset-x-0 inset-y-0.5 h-[calc(100%-0.25rem)] w-full"
    preserveAspectRatio="none"
    viewBox="0 0 100 1"
  >
    <rect width={Math.max(0.5, share * 100)} height="1" className="fill-data-wash" />
  </svg>
)

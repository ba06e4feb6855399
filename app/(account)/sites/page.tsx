import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { viewer } from '@/_accounts/session'
import { atLeast } from '@/_accounts/viewer'
import { ask } from '@/_analytics/reports/ask'
import { dayIn, rangeOf } from '@/_analytics/reports/calendar'
import { sitesOf } from '@/_analytics/sites.data'
import { systemClock } from '@/_platform/clock'
import { ButtonLink } from '@/_ui/button'
import { Spark } from '@/_ui/chart/spark'
import { EmptyState } from '@/_ui/empty-state'
import { count } from '@/_ui/format'
import { PageHead } from '@/_ui/page-head'
import { brand } from '@/brand'

export const metadata: Metadata = { title: 'Sites' }

export default async function Sites() {
  const who = await viewer()
  if (!who) redirect('/signin?next=/sites')
  const now = systemClock()
  const sites = await Promise.all(
    (await sitesOf(who)).map(async site => {
      const zone = site.timezone
      const days = rangeOf('30', dayIn(zone, now))
      return {
        ...site,
        views: await ask(who, site.id, { report: 'metric', event: 'page view', ...days, zone }),
      }
    }),
  )
  return (
    <div className="shell pb-20">
      <PageHead title="Sites" />
      {who.memberships.some(({ role }) => atLeast(role, 'admin')) && (
        <p className="mb-6">
          <ButtonLink href="/sites/new" look="quiet">
            Add a site
          </ButtonLink>
        </p>
      )}
      {sites.length === 0 ? (
        <EmptyState title="No site yet">
          <p>
            Nobody has given you a site to look at. Ask the person who invited you to add you to the account,
            or write to{' '}
            <a href={`mailto:${brand.mail.hello}`} className="link">
              {brand.mail.hello}
            </a>
            .
          </p>
        </EmptyState>
      ) : (
        <ul className="border-t border-rule">
          {sites.map(({ id, name, url, demo, views }) => (
            <li
              key={id}
              className="relative grid grid-cols-2 items-center gap-x-8 gap-y-3 border-b border-rule py-5 hover:bg-shade sm:grid-cols-[minmax(0,1fr)_8rem_8rem_10rem]"
            >
              <div className="max-sm:col-span-2">
                <h2 className="text-2xl">
                  <Link href={`/sites/${id}`} className="after:absolute after:inset-0 hover:text-signal">
                    {name}
                  </Link>
                </h2>
                <p className="text-[0.9375rem] text-soft">
                  {new URL(url).host}
                  {demo && ', made-up data'}
                </p>
              </div>
              <Figure name="Visitors, 30 days" value={views.total.people} />
              <Figure name="Page views" value={views.total.count} />
              <Spark values={views.days.map(day => day.people)} className="max-sm:col-span-2" />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Figure({ name, value }: { name: string; value: number }) {
  return (
    <p>
      <span className="eyebrow block">{name}</span>
      <span className="figures text-lg font-semibold text-data">{count(value)}</span>
    </p>
  )
}

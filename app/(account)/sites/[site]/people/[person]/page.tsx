import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ask } from '@/_analytics/reports/ask'
import { dayIn } from '@/_analytics/reports/calendar'
import { mayChange } from '@/_analytics/sites.data'
import { systemClock } from '@/_platform/clock'
import { siteHere } from '../../../site-here'
import { Activity } from './activity'
import { asked, type Query } from './asked'
import { Facts } from './facts'
import { Identities } from './identities'
import { Properties } from './properties'
import { Timeline } from './timeline'

export const metadata: Metadata = { title: 'Person' }

export default async function PersonPage({
  params,
  searchParams,
}: {
  params: Promise<{ site: string; person: string }>
  searchParams: Promise<Query>
}) {
  const [{ site: id, person: number }, query] = await Promise.all([params, searchParams])
  const here = `/sites/${id}/people/${number}`
  const { who, site } = await siteHere(id, here)
  if (!/^[1-9]\d{0,9}$/.test(number)) notFound()
  const zone = site.timezone
  const wanted = asked(query)
  const person = await ask(who, id, { report: 'person', person: Number(number), zone, ...wanted })
  if (person.person === 0) notFound()
  const now = systemClock()
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <p className="eyebrow">Person no. {person.person}</p>
        <p className="flex flex-wrap gap-x-5">
          <a href={`${here}/export`} className="link inline-flex min-h-9 items-center" download>
            Export as JSON
          </a>
          {mayChange(site.role) && (
            <a href={`${here}/erase`} className="link inline-flex min-h-9 items-center">
              Erase
            </a>
          )}
        </p>
      </div>
      <h1 className="text-[2.25rem] wrap-anywhere">{person.name}</h1>
      <Facts {...{ person, zone, now }} currency={site.currency} />
      <div className="mt-12 grid grid-cols-[minmax(0,1fr)] gap-x-14 gap-y-12 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div>
          <Activity {...{ here, wanted }} days={person.days} today={dayIn(zone, now)} />
          <Timeline {...{ here, wanted, person, zone }} host={new URL(site.url).host} />
        </div>
        <div className="space-y-12">
          <Identities {...{ person, zone }} site={id} mayChange={mayChange(site.role)} />
          <Properties properties={person.properties} zone={zone} />
          <section aria-labelledby="consent">
            <h2 id="consent" className="text-2xl">
              Consent
            </h2>
            <p className="mt-2 text-[0.9375rem]">
              All of this came from browsers and servers that had not refused. Who opts out or sends Global
              Privacy Control is not recorded from then on
              {site.settings.honourDnt ? ', and neither is who sends Do Not Track' : ''}; no note is made of
              who it was.
            </p>
          </section>
        </div>
      </div>
    </>
  )
}

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { isoDate } from '@/_blog/dates'
import { MdxBody } from '@/_blog/mdx-body'
import { systemClock } from '@/_platform/clock'
import { env } from '@/_platform/env'
import { Breadcrumbs } from '@/_ui/breadcrumbs'
import { JsonLd } from '@/_ui/json-ld'
import { pageAddress } from '@/_ui/page-address'
import { PageHead } from '@/_ui/page-head'
import { Prose } from '@/_ui/prose'
import { Recordings, Registering } from '@/_webinars/registering'
import { seatsLeft } from '@/_webinars/seats.data'
import { findWebinar, type Webinar } from '@/_webinars/webinars'
import { inZone } from '@/_webinars/when'
import { brand } from '@/brand'

type Props = { params: Promise<{ slug: string }> }

const webinarOf = async ({ params }: Props): Promise<Webinar> =>
  findWebinar((await params).slug) ?? notFound()

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { title, description, slug } = await webinarOf(props)
  return { title, description, ...pageAddress(`/webinars/${slug}`) }
}

export default async function WebinarPage(props: Props) {
  const webinar = await webinarOf(props)
  const { title, description, slug, zone, minutes, speakers, startsAt, endsAt } = webinar
  const over = endsAt <= systemClock()
  return (
    <>
      <PageHead
        above={<Breadcrumbs above={[{ href: '/webinars', text: 'Webinars' }]} here={title} />}
        title={title}
      >
        {description}
      </PageHead>
      <dl className="flex flex-wrap gap-x-12 gap-y-4 border-y border-rule py-4">
        <div>
          <dt className="eyebrow">{over ? 'It was on' : 'When'}</dt>
          <dd className="figures">
            <time dateTime={isoDate(startsAt)}>{inZone(zone, startsAt)}</time>
            <span className="block text-[0.9375rem] text-soft">{inZone('UTC', startsAt)}</span>
            <span className="block text-[0.9375rem] text-soft" data-own-time={isoDate(startsAt)} hidden />
          </dd>
        </div>
        <div>
          <dt className="eyebrow">How long</dt>
          <dd>{minutes} minutes</dd>
        </div>
        <div>
          <dt className="eyebrow">Who speaks</dt>
          {speakers.map(({ name, role }) => (
            <dd key={name}>
              {name}
              <span className="block text-[0.9375rem] text-soft">{role}</span>
            </dd>
          ))}
        </div>
      </dl>
      <div className="mt-8 max-w-read">
        {!over && <Registering webinar={webinar} left={await seatsLeft(slug)} />}
        {over && <Recordings webinar={webinar} />}
        <Prose>
          <MdxBody code={webinar.code} />
        </Prose>
      </div>
      <script defer src="/webinars.js" />
      <JsonLd
        data={{
          '@type': 'Event',
          name: title,
          description,
          url: `${env.SITE_URL}/webinars/${slug}`,
          startDate: isoDate(startsAt),
          endDate: isoDate(endsAt),
          eventStatus: `https://schema.org/Event${webinar.cancelled ? 'Cancelled' : 'Scheduled'}`,
          eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
          location: { '@type': 'VirtualLocation', url: `${env.SITE_URL}/webinars/${slug}` },
          organizer: { '@type': 'Organization', name: brand.operator.name, url: env.SITE_URL },
        }}
      />
    </>
  )
}

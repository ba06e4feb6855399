import Link from 'next/link'
import { isoDate } from '@/_blog/dates'
import type { Webinar } from './webinars'
import { inZone } from './when'

/** Webinars as entries: when, what, and how long. */
export function WebinarList({ of }: { of: Webinar[] }) {
  return (
    <ul>
      {of.map(webinar => (
        <li
          key={webinar.slug}
          className="border-b border-rule py-6 sm:grid sm:grid-cols-[14rem_1fr] sm:gap-8"
        >
          <p className="figures text-[0.9375rem] text-soft sm:pt-1">
            <time dateTime={isoDate(webinar.startsAt)}>{inZone(webinar.zone, webinar.startsAt)}</time>
            <span className="block">{webinar.minutes} minutes</span>
          </p>
          <div className="mt-1 max-w-[60ch] sm:mt-0">
            <h3 className="text-2xl">
              <Link href={`/webinars/${webinar.slug}`} className="hover:text-signal">
                {webinar.title}
              </Link>
            </h3>
            <p className="mt-2 text-soft">{webinar.description}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}

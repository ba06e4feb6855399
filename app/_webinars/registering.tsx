import { ButtonLink } from '@/_ui/button'
import { Notice } from '@/_ui/notice'
import { calendarLinks } from './calendar'
import { RegistrationFormFields } from './registration-form-fields'
import type { Webinar } from './webinars'

/** Seats, calendars and the form of a webinar that is still to come. */
export function Registering({ webinar, left }: { webinar: Webinar; left: number | undefined }) {
  const { slug, cancelled } = webinar
  if (cancelled)
    return (
      <div className="mb-8">
        <Notice title="It does not take place">Whoever had registered was told by mail.</Notice>
      </div>
    )
  const { google, outlook } = calendarLinks(webinar)
  return (
    <section aria-labelledby="register" className="mb-12 border-b border-rule pb-10">
      <h2 id="register" className="text-2xl">
        Register
      </h2>
      <p className="mt-1 text-soft">
        {left === undefined
          ? ''
          : left === 0
            ? 'Every seat is taken. Seats that are given back go to the waiting list, in its order. '
            : `${left} of ${webinar.capacity} seats left. `}
        You get an invitation for your calendar and a link of your own.
      </p>
      <div className="mt-6">
        <RegistrationFormFields webinar={slug} full={left === 0} />
      </div>
      <p className="mt-8 text-[0.9375rem] text-soft">
        Only note the date:{' '}
        <a className="link" href={`/webinars/${slug}/calendar.ics`}>
          calendar file
        </a>
        ,{' '}
        <a className="link" href={google} rel="noopener">
          Google
        </a>
        ,{' '}
        <a className="link" href={outlook} rel="noopener">
          Outlook
        </a>
        .
      </p>
    </section>
  )
}

/** What a past webinar left, beside its notes. */
export function Recordings({ webinar: { slug, replay, slides } }: { webinar: Webinar }) {
  if (!replay && !slides) return null
  return (
    <p className="mb-8 flex flex-wrap gap-3">
      {replay && (
        <ButtonLink href={`/webinars/${slug}/replay`} prefetch={false} rel="nofollow">
          Watch the recording
        </ButtonLink>
      )}
      {slides && (
        <ButtonLink look="quiet" href={`/webinars/${slug}/replay?slides`} prefetch={false} rel="nofollow">
          See the slides
        </ButtonLink>
      )}
    </p>
  )
}

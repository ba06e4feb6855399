import { createEvent, type EventAttributes } from 'ics'
import { env } from '@/_platform/env'
import { brand } from '@/brand'

export type Happening = {
  slug: string
  title: string
  description: string
  /** Unix ms. */
  startsAt: number
  endsAt: number
}

const host = () => new URL(env.SITE_URL).hostname
const pageOf = (slug: string) => `${env.SITE_URL}/webinars/${slug}`

/** The times are instants in UTC: a calendar shows them by its own clock, whatever the zones' clocks do meanwhile. */
const basics = ({ title, description, startsAt, endsAt }: Happening) => ({
  title,
  description,
  start: startsAt,
  startInputType: 'utc' as const,
  startOutputType: 'utc' as const,
  end: endsAt,
  endInputType: 'utc' as const,
  endOutputType: 'utc' as const,
  productId: `${brand.name}/webinars`,
  organizer: { name: brand.operator.name, email: brand.mail.hello },
})

function write(event: EventAttributes): string {
  const { error, value } = createEvent(event)
  if (error || !value) throw error ?? new Error('The calendar file is empty')
  return value
}

/**
 * A calendar message to one person (RFC 5546): the same UID for good, so that a later one changes or removes the
 * same entry. `sequence` must rise with each.
 */
export function invitation(
  about: Happening,
  to: { id: string; name: string; email: string; sequence: number; join: string },
  method: 'REQUEST' | 'CANCEL',
): string {
  return write({
    ...basics(about),
    uid: `${to.id}@${host()}`,
    sequence: to.sequence,
    method,
    status: method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED',
    location: to.join,
    url: to.join,
    attendees: [
      { name: to.name, email: to.email, rsvp: false, partstat: 'ACCEPTED', role: 'REQ-PARTICIPANT' },
    ],
    alarms:
      method === 'CANCEL'
        ? []
        : [{ action: 'display', description: about.title, trigger: { before: true, minutes: 15 } }],
  })
}

/** The file behind "Add to calendar", the same for everyone. */
export const publicEntry = (about: Happening): string =>
  write({
    ...basics(about),
    uid: `${about.slug}@${host()}`,
    method: 'PUBLISH',
    location: pageOf(about.slug),
    url: pageOf(about.slug),
  })

const compact = (at: number) => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')

/** Addresses that open a calendar's own form with the webinar filled in. */
export function calendarLinks(about: Happening): { google: string; outlook: string } {
  const { slug, title, description, startsAt, endsAt } = about
  const details = `${description}\n\n${pageOf(slug)}`
  const google = new URLSearchParams({
    action: 'TEMPLATE',
    text: title,
    dates: `${compact(startsAt)}/${compact(endsAt)}`,
    details,
    location: pageOf(slug),
  })
  const outlook = new URLSearchParams({
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: title,
    startdt: new Date(startsAt).toISOString(),
    enddt: new Date(endsAt).toISOString(),
    body: details,
    location: pageOf(slug),
  })
  return {
    google: `https://calendar.google.com/calendar/render?${google}`,
    outlook: `https://outlook.live.com/calendar/0/deeplink/compose?${outlook}`,
  }
}

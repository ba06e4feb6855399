import { allWebinars, type Webinar as Source } from 'content-collections'
import { minute } from '@/_platform/clock'
import { instantIn } from './zoned'

/** `startsAt` and `endsAt` in Unix ms. */
export type Webinar = Source & { startsAt: number; endsAt: number }

/** Every webinar, the latest first. */
export const webinars: Webinar[] = allWebinars
  .map(webinar => {
    const startsAt = instantIn(webinar.zone, webinar.start)
    return { ...webinar, startsAt, endsAt: startsAt + webinar.minutes * minute }
  })
  .sort((a, b) => b.startsAt - a.startsAt)

export const findWebinar = (slug: string): Webinar | undefined =>
  webinars.find(webinar => webinar.slug === slug)

/** `Thursday 10 December 2026, 10:00 PST`: when it starts, by the clock of a zone. */
export function startIn(zone: string, { startsAt }: { startsAt: number }): string {
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: zone }).format(startsAt)
  const time = new Intl.DateTimeFormat('en-US', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
    timeZoneName: 'short',
  }).format(startsAt)
  return `${day}, ${time}`
}

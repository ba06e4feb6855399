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

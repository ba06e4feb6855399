import { stringify } from 'yaml'
import { AppError } from '@/_platform/errors'
import type { Webinar } from './webinars'

/**
 * A webinar of content/webinars as a file for another time: what belongs to the one that was (its recording, slides
 * and cancellation) stays behind.
 * @param start local time in the webinar's zone, `2027-01-14T10:00`
 * @throws AppError 'invalid' when it is none
 */
export function webinarCopy(webinar: Webinar, start: string): { name: string; text: string } {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(start) || Number.isNaN(Date.parse(`${start}Z`)))
    throw new AppError('invalid', 'Give the start as a date and a time.', 'start')
  const { title, description, zone, minutes, capacity, speakers, join } = webinar
  const front = { title, description, start, zone, minutes, capacity, speakers, ...(join && { join }) }
  const day = start.slice(0, 10)
  const name = `${webinar.slug.replace(/-\d{4}-\d\d-\d\d$/, '')}-${day}.mdx`
  return { name, text: `---\n${stringify(front)}---\n\n${webinar.source}\n` }
}

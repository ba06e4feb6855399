import { z } from 'zod'
import { refuse } from '@/_accounts/access.data'
import { atLeast, type Viewer } from '@/_accounts/viewer'
import { type Clock, systemClock } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { AppError } from '@/_platform/errors'
import { newId } from '@/_platform/ids'
import { siteFor } from '../sites.data'
import type { Access } from './access.data'
import { isDay, type Range } from './calendar'

/** What happened on a day (`YYYY-MM-DD` in the site's zone). */
export type Annotation = { id: string; day: string; text: string }

export const annotationForm = z.object({
  day: z.string().refine(isDay, 'Give the day as year-month-day, like 2026-03-01.'),
  text: z.string().trim().min(1, 'Say what happened.').max(120, 'A note has at most 120 characters.'),
})

const select = { id: true, day: true, text: true } as const

async function toNote(viewer: Viewer | null, siteId: string, action: string) {
  const site = await siteFor(viewer, siteId)
  const writer = viewer!
  const attempt = { accountId: site.accountId, action, subject: site.id }
  if (!atLeast(site.role, 'analyst'))
    await refuse(writer, attempt, 'Your role may look at reports, and not write notes.')
  return { siteId: site.id, createdBy: writer.userId }
}

/** Notes down what happened on a day. @throws AppError as siteFor; 'forbidden' for viewers */
export async function annotate(
  viewer: Viewer | null,
  siteId: string,
  note: z.infer<typeof annotationForm>,
  clock: Clock = systemClock,
): Promise<Annotation> {
  const data = {
    ...(await toNote(viewer, siteId, 'note.write')),
    ...note,
    id: newId('note'),
    createdAt: new Date(clock()),
  }
  return db().annotation.create({ data, select })
}

/** @throws AppError as annotate; 'not_found' */
export async function removeAnnotation(viewer: Viewer | null, siteId: string, id: string): Promise<void> {
  const { siteId: site } = await toNote(viewer, siteId, 'note.remove')
  const { count } = await db().annotation.deleteMany({ where: { id, siteId: site } })
  if (count === 0) throw new AppError('not_found', 'There is no such note.')
}

/** The notes on days of a range, in order. */
export const annotationsIn = ({ site }: Access, { from, to }: Range): Promise<Annotation[]> =>
  db().annotation.findMany({
    where: { siteId: site.id, day: { gte: from, lte: to } },
    orderBy: [{ day: 'asc' }, { createdAt: 'asc' }],
    select,
  })

import { z } from 'zod'
import { refuse } from '@/_accounts/access.data'
import { atLeast, type Viewer } from '@/_accounts/viewer'
import { type Clock, systemClock } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { AppError } from '@/_platform/errors'
import { newId } from '@/_platform/ids'
import { type SiteView, siteFor } from '../sites.data'
import type { Access } from './access.data'
import { nested } from './definition/nested'
import { type PeopleFilter, peopleFilter } from './definition/people-filter'

/** A named report; `query` is its whole definition. `place` puts it on the site's board. */
export type Saved = { id: string; report: string; name: string; query: string; place: number | null }

const select = { id: true, report: true, name: true, query: true, place: true } as const
const most = 500

export const savedForm = z.object({
  name: z.string().trim().min(1, 'Give the report a name.').max(100, 'A name has at most 100 characters.'),
  report: z.string().regex(/^[a-z-]{1,32}$/),
  query: z.string().max(8000),
})

/** Who may only look may change a report on the page, but not save it (kissmetrics.md, 4.13). */
async function toSave(
  viewer: Viewer | null,
  siteId: string,
  action: string,
): Promise<{ viewer: Viewer; site: SiteView }> {
  const site = await siteFor(viewer, siteId)
  const saver = viewer!
  const attempt = { accountId: site.accountId, action, subject: site.id }
  if (!atLeast(site.role, 'analyst'))
    await refuse(saver, attempt, 'Your role may look at reports, and not save them.')
  return { viewer: saver, site }
}

/**
 * Saves a report of a site under a name, over an earlier one of the same name and kind.
 * @throws AppError as siteFor; 'forbidden' for viewers; 'conflict' when another kind has the name
 */
export async function saveReport(
  viewer: Viewer | null,
  siteId: string,
  { name, report, query }: z.infer<typeof savedForm>,
  clock: Clock = systemClock,
): Promise<Saved> {
  const { viewer: saver, site } = await toSave(viewer, siteId, 'report.save')
  const at = new Date(clock())
  const found = await db().savedReport.findUnique({ where: { siteId_name: { siteId: site.id, name } } })
  if (found && found.report !== report)
    throw new AppError('conflict', 'A report of another kind has this name. Choose another.', 'name')
  if (found)
    return db().savedReport.update({ where: { id: found.id }, data: { query, updatedAt: at }, select })
  if ((await db().savedReport.count({ where: { siteId: site.id } })) >= most)
    throw new AppError('conflict', `A site keeps at most ${most} reports. Delete one first.`, 'name')
  const data = { id: newId('report'), siteId: site.id, report, name, query, createdBy: saver.userId }
  return db().savedReport.create({ data: { ...data, createdAt: at, updatedAt: at }, select })
}

/** @throws AppError as siteFor; 'forbidden' for viewers; 'not_found' */
export async function deleteReport(viewer: Viewer | null, siteId: string, id: string): Promise<void> {
  const { site } = await toSave(viewer, siteId, 'report.delete')
  const { count } = await db().savedReport.deleteMany({ where: { id, siteId: site.id } })
  if (count === 0) throw new AppError('not_found', 'There is no such report.')
}

/** Puts a report on the site's board, at its end, or takes it off. @throws AppError as deleteReport */
export async function placeReport(
  viewer: Viewer | null,
  siteId: string,
  id: string,
  onBoard: boolean,
): Promise<void> {
  const { site } = await toSave(viewer, siteId, 'report.place')
  const last = await db().savedReport.aggregate({ where: { siteId: site.id }, _max: { place: true } })
  const place = onBoard ? (last._max.place ?? 0) + 1 : null
  const { count } = await db().savedReport.updateMany({ where: { id, siteId: site.id }, data: { place } })
  if (count === 0) throw new AppError('not_found', 'There is no such report.')
}

/** The site's saved reports by name. */
export const savedReports = ({ site }: Access): Promise<Saved[]> =>
  db().savedReport.findMany({ where: { siteId: site.id }, orderBy: { name: 'asc' }, select })

/**
 * Who a saved report's people filter means, so that any report can be about them.
 * @throws AppError 'not_found' for a report that is not there any more
 */
export async function savedFilter({ site }: Access, id: string): Promise<PeopleFilter> {
  const found = await db().savedReport.findFirst({ where: { id, siteId: site.id }, select })
  if (!found)
    throw new AppError('not_found', 'The saved people that this report was about are gone.', 'saved')
  const said = nested(Object.fromEntries(new URLSearchParams(found.query)))
  const filter = peopleFilter.safeParse(said.people ?? {})
  if (!filter.success) throw new AppError('invalid', 'The saved people can’t be read any more.', 'saved')
  return filter.data
}

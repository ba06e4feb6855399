import { staffOnly } from '@/_accounts/access.data'
import type { Viewer } from '@/_accounts/viewer'
import { siteToChange } from '@/_analytics/sites.data'
import type { Clock } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { AppError } from '@/_platform/errors'
import type { RequestKind } from './kinds'
import type { ComplaintStage, RequestState } from './request'
import { stepsOf } from './steps.data'

/** A request as those see it who have to answer it. Times in Unix ms. */
export type OfficeRequest = {
  id: string
  kind: RequestKind
  state: RequestState
  stage: ComplaintStage
  siteId: string | null
  email: string
  details: string
  refusedProviders: string[]
  askedAt: number
  dueAt: number | undefined
  /** The time within which it has to be answered is over, and it is not. */
  late: boolean
  putOff: boolean
  proposedBy: string | null
}

/** Who may answer requests about a site's data, or the operator's own where there is none (promise P3). */
async function officer(
  viewer: Viewer | null,
  siteId: string | null,
  attempt: { action: string; subject: string },
  clock: Clock,
): Promise<Viewer> {
  if (siteId === null) return staffOnly(viewer, attempt, clock)
  return (await siteToChange(viewer, siteId, attempt.action, clock)).viewer
}

/** What waits for an answer, what is due first on top; then what was closed, latest first. */
export async function requestQueue(
  viewer: Viewer | null,
  siteId: string | null,
  clock: Clock,
): Promise<{ open: OfficeRequest[]; closed: OfficeRequest[] }> {
  await officer(viewer, siteId, { action: 'request.list', subject: siteId ?? 'deployment' }, clock)
  const rows = await db().privacyRequest.findMany({
    where: { siteId, state: { not: 'asked' } },
    orderBy: { askedAt: 'desc' },
    take: 500,
  })
  const all = rows.map(row => toOffice(row, clock()))
  const dueFirst = (one: OfficeRequest, other: OfficeRequest) => (one.dueAt ?? 0) - (other.dueAt ?? 0)
  return {
    open: all.filter(({ state }) => state === 'proven').sort(dueFirst),
    closed: all.filter(({ state }) => state !== 'proven'),
  }
}

/**
 * One request, for who may answer it.
 * @throws AppError 'not_found' for a request about another's site exactly as for none
 */
export async function requestToAnswer(
  viewer: Viewer | null,
  id: string,
  action: string,
  clock: Clock,
): Promise<{ viewer: Viewer; request: OfficeRequest }> {
  const row = await db().privacyRequest.findUnique({ where: { id } })
  if (row?.siteId === undefined || row.state === 'asked') {
    if (!viewer) throw new AppError('unauthenticated', 'Sign in first.')
    throw noSuchRequest()
  }
  try {
    const who = await officer(viewer, row.siteId, { action, subject: id }, clock)
    return { viewer: who, request: toOffice(row, clock()) }
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') throw noSuchRequest()
    throw error
  }
}

const noSuchRequest = () => new AppError('not_found', 'There is no such request.')

export async function requestPage(viewer: Viewer | null, id: string, clock: Clock) {
  const found = await requestToAnswer(viewer, id, 'request.read', clock)
  return { ...found, steps: await stepsOf(id) }
}

function toOffice(
  row: NonNullable<Awaited<ReturnType<ReturnType<typeof db>['privacyRequest']['findUnique']>>>,
  now: number,
): OfficeRequest {
  const due = (row.putOffAt ? row.lastDueAt : row.dueAt)?.getTime()
  return {
    id: row.id,
    kind: row.kind as RequestKind,
    state: row.state as RequestState,
    stage: row.stage as ComplaintStage,
    siteId: row.siteId,
    email: row.email,
    details: row.details,
    refusedProviders: JSON.parse(row.refusedProviders),
    askedAt: row.askedAt.getTime(),
    dueAt: due,
    late: row.state === 'proven' && due !== undefined && due < now,
    putOff: row.putOffAt !== null,
    proposedBy: row.proposedBy,
  }
}

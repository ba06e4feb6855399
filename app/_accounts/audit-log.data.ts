import { type Clock, systemClock } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { roleIn, staffOnly } from './access.data'
import type { Viewer } from './viewer'

export type AuditLine = {
  id: string
  /** Unix ms. */
  at: number
  /** Who did it, as they are called now; null for the system, or for who is gone. */
  actor: { name: string; email: string } | null
  actorId: string | null
  action: string
  subject: string
  detail: unknown
}

export type AuditPage = {
  lines: AuditLine[]
  /** Where the next page begins: pass it as `before`. Absent on the last. */
  next?: string
}

export const auditPageSize = 50

/**
 * What was done in an account, latest first. For its owner, and for the operator's people.
 * @param before the id that the page before ended with
 * @throws AppError as roleIn
 */
export async function auditOf(
  viewer: Viewer | null,
  accountId: string,
  before?: string,
  clock: Clock = systemClock,
): Promise<AuditPage> {
  const attempt = { needs: 'owner', action: 'audit.read' } as const
  if (!viewer?.staff) await roleIn(viewer, accountId, attempt, clock)
  return page({ accountId }, before)
}

/**
 * What was done in the whole deployment, latest first. For staff.
 * @throws AppError as staffOnly
 */
export async function auditOfAll(
  viewer: Viewer | null,
  before?: string,
  clock: Clock = systemClock,
): Promise<AuditPage> {
  await staffOnly(viewer, { action: 'audit.read', subject: 'deployment' }, clock)
  return page({}, before)
}

async function page(where: { accountId?: string }, before: string | undefined): Promise<AuditPage> {
  const rows = await db().auditEntry.findMany({
    where,
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: auditPageSize + 1,
    ...(before && { cursor: { id: before }, skip: 1 }),
  })
  const shown = rows.slice(0, auditPageSize)
  const users = await db().user.findMany({
    where: { id: { in: shown.flatMap(row => row.actorId ?? []) } },
    select: { id: true, name: true, email: true },
  })
  const byId = new Map(users.map(({ id, ...user }) => [id, user]))
  return {
    lines: shown.map(row => ({
      id: row.id,
      at: row.at.getTime(),
      actor: byId.get(row.actorId ?? '') ?? null,
      actorId: row.actorId,
      action: row.action,
      subject: row.subject,
      detail: JSON.parse(row.detail),
    })),
    ...(rows.length > auditPageSize && { next: shown.at(-1)!.id }),
  }
}

import { type Clock, day, minute } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { env } from '@/_platform/env'
import { newToken } from '@/_platform/ids'
import { tokenHash } from '@/_platform/secret'
import { toRole, type Viewer } from './viewer'

/** A session ends when unused for two weeks, and 30 days after it was opened in any case. */
export const sessionLasts = { idle: 14 * day, absolute: 30 * day }

/** How stale `lastSeenAt` may be: reading a page is not a write. */
const seenEvery = 5 * minute

export type NewSession = {
  userId: string
  /** Keyed hash of the network (see networkHash in sign-in.ts). */
  network: string
  /** Browser and system, for the list of sessions. */
  label: string
}

/** @returns the token for the browser's cookie; only its hash is kept */
export async function openSession(given: NewSession, clock: Clock): Promise<string> {
  const token = newToken()
  const now = clock()
  await db().session.create({
    data: {
      hash: tokenHash(token),
      ...given,
      createdAt: new Date(now),
      lastSeenAt: new Date(now),
      expiresAt: new Date(now + sessionLasts.absolute),
    },
  })
  return token
}

/** Who the token stands for, or null when the session was ended, has expired, or never was. */
export async function readSession(token: string, clock: Clock): Promise<Viewer | null> {
  const hash = tokenHash(token)
  const now = clock()
  const session = await db().session.findUnique({
    where: { hash },
    include: { user: { include: { members: { include: { sites: { select: { siteId: true } } } } } } },
  })
  if (!session || session.endedAt || session.expiresAt.getTime() <= now) return null
  if (session.lastSeenAt.getTime() + sessionLasts.idle <= now) return null
  const { user } = session
  if (user.demo && env.DEMO === 'off') return null
  if (now - session.lastSeenAt.getTime() >= seenEvery)
    await db().session.updateMany({ where: { hash }, data: { lastSeenAt: new Date(now) } })
  return {
    userId: user.id,
    email: user.email,
    name: user.name,
    staff: user.staff,
    demo: user.demo,
    memberships: user.members.map(({ accountId, role, allSites, sites }) => ({
      accountId,
      role: toRole(role),
      ...(!allSites && { sites: sites.map(site => site.siteId) }),
    })),
  }
}

/** Ends the session of a token at once, everywhere. Ending it again changes nothing. */
export async function endSession(token: string, clock: Clock): Promise<void> {
  await db().session.updateMany({
    where: { hash: tokenHash(token), endedAt: null },
    data: { endedAt: new Date(clock()) },
  })
}

/** Whether the user opened a session from this network within the last 30 days. */
export async function knowsNetwork(userId: string, network: string, clock: Clock): Promise<boolean> {
  const since = new Date(clock() - sessionLasts.absolute)
  const count = await db().session.count({ where: { userId, network, createdAt: { gte: since } } })
  return count > 0
}

export type SessionView = {
  /** Names the session in forms; opens nothing. */
  id: string
  label: string
  /** Unix ms. */
  createdAt: number
  lastSeenAt: number
  /** The one that asks. */
  here: boolean
}

const idOf = (hash: string) => hash.slice(0, 16)

/** The viewer's open sessions, the latest used first. @param here the token of the one that asks */
export async function sessionsOf(viewer: Viewer, here: string, clock: Clock): Promise<SessionView[]> {
  const now = clock()
  const rows = await db().session.findMany({
    where: {
      userId: viewer.userId,
      endedAt: null,
      expiresAt: { gt: new Date(now) },
      lastSeenAt: { gt: new Date(now - sessionLasts.idle) },
    },
    orderBy: { lastSeenAt: 'desc' },
  })
  return rows.map(({ hash, label, createdAt, lastSeenAt }) => ({
    ...{ id: idOf(hash), label, createdAt: createdAt.getTime(), lastSeenAt: lastSeenAt.getTime() },
    here: hash === tokenHash(here),
  }))
}

/** Ends one of the viewer's sessions by its id, or with 'others' all but the one that asks. */
export async function endSessions(viewer: Viewer, which: string, here: string, clock: Clock): Promise<void> {
  const hash = which === 'others' ? { not: tokenHash(here) } : { startsWith: which.padEnd(16, '!') }
  await db().session.updateMany({
    where: { userId: viewer.userId, endedAt: null, hash },
    data: { endedAt: new Date(clock()) },
  })
}

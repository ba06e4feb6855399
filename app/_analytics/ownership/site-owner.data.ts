import { roleIn } from '@/_accounts/access.data'
import { assertWritable } from '@/_accounts/trial/trials.data'
import { atLeast, type Viewer } from '@/_accounts/viewer'
import { audit } from '@/_platform/audit.data'
import { type Clock, day, systemClock } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { AppError } from '@/_platform/errors'
import { newToken } from '@/_platform/ids'
import { enqueue } from '@/_platform/jobs.data'
import { seal } from '@/_platform/secret'
import { createSite, ownSite, siteFor, siteSecretPurpose, siteToChange } from '../sites.data'

/** How long a deleted site can be brought back. */
export const siteGrace = 7 * day

export const deleteSiteJob = 'delete-site'

type Basics = { name: string; url: string; timezone: string; currency: string }

/**
 * Makes another site in an account.
 * @throws AppError as roleIn for less than an admin; as assertWritable
 */
export async function addSite(
  viewer: Viewer | null,
  accountId: string,
  given: Basics,
  clock: Clock = systemClock,
): Promise<string> {
  const attempt = { needs: 'admin', action: 'site.create' } as const
  const { viewer: actor } = await roleIn(viewer, accountId, attempt, clock)
  await assertWritable(accountId, clock)
  const { name, url, timezone, currency } = given
  return db().$transaction(async tx => {
    const { site } = await createSite({ accountId, name, url }, clock, tx)
    await tx.site.update({ where: { id: site.id }, data: { timezone, currency } })
    await audit(tx, {
      actorId: actor.userId,
      accountId,
      action: 'site.create',
      subject: site.id,
      at: clock(),
    })
    return site.id
  })
}

export type SiteStopView = { archivedAt?: number; deleteAt?: number }

/** Whether a site is archived or about to be deleted. @throws AppError as siteFor */
export async function stopOf(viewer: Viewer | null, siteId: string): Promise<SiteStopView> {
  await siteFor(viewer, siteId)
  const row = await db().siteStop.findUnique({ where: { siteId } })
  return {
    ...(row?.archivedAt && { archivedAt: row.archivedAt.getTime() }),
    ...(row?.deleteAt && { deleteAt: row.deleteAt.getTime() }),
  }
}

/**
 * Archives a site or brings it back: an archived one takes no hits, and its reports stay.
 * @throws AppError as siteToChange; 'conflict' for the operator's own
 */
export async function archiveSite(
  viewer: Viewer | null,
  siteId: string,
  archived: boolean,
  clock: Clock = systemClock,
): Promise<void> {
  const action = archived ? 'site.archive' : 'site.unarchive'
  const { viewer: actor, site } = await siteToChange(viewer, siteId, action, clock)
  await assertNotOwn(siteId)
  const at = clock()
  const archivedAt = archived ? new Date(at) : null
  await db().$transaction(async tx => {
    await tx.siteStop.upsert({ where: { siteId }, create: { siteId, archivedAt }, update: { archivedAt } })
    await audit(tx, { actorId: actor.userId, accountId: site.accountId, action, subject: siteId, at })
  })
}

async function owned(viewer: Viewer | null, siteId: string, action: string, clock: Clock) {
  const site = await siteFor(viewer, siteId)
  const attempt = { needs: 'owner', action, subject: siteId } as const
  const actor = await roleIn(viewer, site.accountId, attempt, clock)
  return { site, actor: actor.viewer }
}

async function assertNotOwn(siteId: string): Promise<void> {
  const own = await ownSite().catch(() => undefined)
  if (own?.id === siteId)
    throw new AppError('conflict', 'This is the site of this deployment itself: its public pages need it.')
}

/**
 * Deletes a site: it takes no hits from now on, and in 7 days it and its file are gone. A sample goes at once.
 * @param typed the site's name, so that nobody deletes another one by mistake
 * @throws AppError as roleIn for less than an owner; 'invalid' for another name; 'conflict' for the operator's own
 */
export async function deleteSite(
  viewer: Viewer | null,
  siteId: string,
  typed: string,
  clock: Clock = systemClock,
): Promise<void> {
  const { site, actor } = await owned(viewer, siteId, 'site.delete', clock)
  await assertNotOwn(siteId)
  if (typed.trim() !== site.name)
    throw new AppError('invalid', 'Write the name of the site as it stands above.', 'typed')
  const now = clock()
  const deleteAt = new Date(site.demo ? now : now + siteGrace)
  await db().$transaction(async tx => {
    await tx.siteStop.upsert({ where: { siteId }, create: { siteId, deleteAt }, update: { deleteAt } })
    const key = `${deleteSiteJob}:${siteId}:${deleteAt.getTime()}`
    await enqueue(tx, { kind: deleteSiteJob, key, payload: { siteId }, runAt: deleteAt.getTime(), now })
    const note = { actorId: actor.userId, accountId: site.accountId, action: 'site.delete', subject: siteId }
    await audit(tx, { ...note, detail: { at: deleteAt.getTime() }, at: now })
  })
}

/** Brings a deleted site back while it is there. @throws AppError as roleIn for less than an owner */
export async function keepSite(
  viewer: Viewer | null,
  siteId: string,
  clock: Clock = systemClock,
): Promise<void> {
  const { site, actor } = await owned(viewer, siteId, 'site.keep', clock)
  await db().$transaction(async tx => {
    await tx.siteStop.updateMany({ where: { siteId }, data: { deleteAt: null } })
    const note = { actorId: actor.userId, accountId: site.accountId, action: 'site.keep', subject: siteId }
    await audit(tx, { ...note, at: clock() })
  })
}

/**
 * Gives a site to another account in which the viewer is owner, too. Who saw it by name there does not any more.
 * @throws AppError as roleIn for less than an owner, in either account; 'conflict' for the operator's own
 */
export async function transferSite(
  viewer: Viewer | null,
  siteId: string,
  accountId: string,
  clock: Clock = systemClock,
): Promise<void> {
  const { site, actor } = await owned(viewer, siteId, 'site.transfer', clock)
  await assertNotOwn(siteId)
  await roleIn(viewer, accountId, { needs: 'owner', action: 'site.receive', subject: siteId }, clock)
  await assertWritable(accountId, clock)
  const at = clock()
  await db().$transaction(async tx => {
    await tx.memberSite.deleteMany({ where: { siteId } })
    await tx.site.update({ where: { id: siteId }, data: { accountId } })
    const note = { actorId: actor.userId, subject: siteId, at }
    const detail = { from: site.accountId, to: accountId }
    await audit(tx, { ...note, accountId: site.accountId, action: 'site.transfer', detail })
    await audit(tx, { ...note, accountId, action: 'site.receive', detail })
  })
}

/**
 * Draws a new HMAC secret; what is signed with the old one is refused within a second.
 * @returns the secret in the clear, to be shown this once
 * @throws AppError as siteToChange
 */
export async function rotateSecret(
  viewer: Viewer | null,
  siteId: string,
  clock: Clock = systemClock,
): Promise<string> {
  const { viewer: actor, site } = await siteToChange(viewer, siteId, 'site.secret', clock)
  const secret = newToken()
  await db().$transaction(async tx => {
    await tx.site.update({ where: { id: siteId }, data: { secretSealed: seal(siteSecretPurpose, secret) } })
    const note = { actorId: actor.userId, accountId: site.accountId, action: 'site.secret', subject: siteId }
    await audit(tx, { ...note, at: clock() })
  })
  return secret
}

/** Whether a viewer may do what only owners may with a site. */
export const ownsSite = (site: { role: Parameters<typeof atLeast>[0] }): boolean =>
  atLeast(site.role, 'owner')

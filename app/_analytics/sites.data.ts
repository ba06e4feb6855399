import { refuse } from '@/_accounts/access.data'
import { assertWritable } from '@/_accounts/trial/trials.data'
import { atLeast, membershipFor, type Role, type Viewer } from '@/_accounts/viewer'
import { audit } from '@/_platform/audit.data'
import { type Clock, minute, systemClock } from '@/_platform/clock'
import { type Db, db } from '@/_platform/db'
import { AppError } from '@/_platform/errors'
import { newId, newKey, newToken } from '@/_platform/ids'
import { seal, tokenHash, unseal } from '@/_platform/secret'
import { sameText } from './collect/site'
import type { SitePatch } from './site-patch'
import { type Site, type SiteSettings, siteSettings } from './sites'

/** A site as a member of its account sees it. It carries no secret. */
export type SiteView = Omit<Site, 'secret'> & {
  currency: string
  demo: boolean
  /** Unix milliseconds, UTC. */
  createdAt: number
  /** What the viewer may do in the site's account. */
  role: Role
}

type Row = {
  id: string
  accountId: string
  name: string
  url: string
  key: string
  secretSealed: string
  timezone: string
  currency: string
  settings: string
  demo: boolean
  createdAt: Date
}

export const siteSecretPurpose = 'site secret'

const settingsOf = (row: Row): SiteSettings => siteSettings.parse(JSON.parse(row.settings))

const toSite = (row: Row): Site => ({
  id: row.id,
  accountId: row.accountId,
  name: row.name,
  url: row.url,
  key: row.key,
  secret: unseal(siteSecretPurpose, row.secretSealed),
  timezone: row.timezone,
  settings: settingsOf(row),
})

const toView = (row: Row, role: Role): SiteView => ({
  id: row.id,
  accountId: row.accountId,
  name: row.name,
  url: row.url,
  key: row.key,
  timezone: row.timezone,
  settings: settingsOf(row),
  currency: row.currency,
  demo: row.demo,
  createdAt: row.createdAt.getTime(),
  role,
})

/** The one answer for a site that is not there and for one that is somebody else's (promise U4). */
const noSuchSite = () => new AppError('not_found', 'There is no such site.')

export type NewSite = {
  accountId: string
  name: string
  url: string
  /** 40 lower-case hexadecimal characters; drawn when not given. */
  key?: string
  demo?: boolean
}

/**
 * Makes a site with its key, its HMAC secret and a first API token that may export it.
 * @returns secret and token in the clear: the token is shown this once, only its hash is kept
 * @throws AppError 'conflict' when another site has the key
 */
export async function createSite(
  given: NewSite,
  clock: Clock = systemClock,
  writer: Pick<Db, 'site'> = db(),
): Promise<{ site: Site; secret: string; token: string }> {
  const key = given.key ?? newKey()
  if (await writer.site.findUnique({ where: { key }, select: { id: true } }))
    throw new AppError('conflict', 'Another site has this key.', 'key')
  const secret = newToken()
  const token = `fh_${newToken()}`
  const createdAt = new Date(clock())
  const row = await writer.site.create({
    data: {
      id: newId('site'),
      accountId: given.accountId,
      name: given.name,
      url: given.url,
      key,
      secretSealed: seal(siteSecretPurpose, secret),
      demo: given.demo ?? false,
      createdAt,
      tokens: { create: { hash: tokenHash(token), name: 'first token', createdAt } },
    },
  })
  return { site: toSite(row), secret, token }
}

/** Every site with its secret, for the collector's registry in memory. Never for a page. */
export async function allSites(): Promise<(Site & { accountRefuses?: boolean })[]> {
  const rows = await db().site.findMany({ orderBy: { createdAt: 'asc' }, include: { stop: true } })
  return rows.map(row => {
    const stopped = Boolean(row.stop?.archivedAt || row.stop?.deleteAt)
    return { ...toSite(row), ...(stopped && { accountRefuses: true }) }
  })
}

/** The sites that count real visits: all but those of the demo. For sums over sites, which name none of them. */
export async function realSiteIds(): Promise<string[]> {
  const rows = await db().site.findMany({ where: { demo: false }, select: { id: true } })
  return rows.map(({ id }) => id)
}

const ownSiteSetting = 'ownSite'

/** Which site is the operator's public one: pages embed its key, the home page shows its figures. */
export async function setOwnSite(id: string): Promise<void> {
  await db().setting.upsert({
    where: { name: ownSiteSetting },
    create: { name: ownSiteSetting, value: id },
    update: { value: id },
  })
}

/** @throws AppError 'not_found' while the operator has no site yet */
export async function ownSite(): Promise<{ id: string; key: string; name: string; accountId: string }> {
  const setting = await db().setting.findUnique({ where: { name: ownSiteSetting } })
  const site =
    setting &&
    (await db().site.findUnique({
      where: { id: setting.value },
      select: { id: true, key: true, name: true, accountId: true },
    }))
  if (!site) throw new AppError('not_found', 'This deployment has no site of its own yet.')
  return site
}

/**
 * A site of an account that the viewer belongs to.
 * @throws AppError 'unauthenticated' for nobody; 'not_found' for others' sites exactly as for absent ones
 */
export async function siteFor(viewer: Viewer | null, siteId: string): Promise<SiteView> {
  if (!viewer) throw new AppError('unauthenticated', 'Sign in to see this site.')
  const row = await db().site.findUnique({ where: { id: siteId } })
  const membership = row && membershipFor(viewer, row)
  if (!membership) throw noSuchSite()
  return toView(row, membership.role)
}

/** Whether a role may change how a site collects and what its members see of it. */
export const mayChange = (role: Role): boolean => atLeast(role, 'admin')

/**
 * A site that the viewer may change: of an account in which they are owner or admin. Who may only look is
 * refused, and the attempt is written down (promise D2).
 * @param action what they are about to do, as the audit log calls it
 * @throws AppError as siteFor, 'forbidden', and 'conflict' when the account's trial has ended
 */
export async function siteToChange(
  viewer: Viewer | null,
  siteId: string,
  action: string,
  clock: Clock,
): Promise<{ viewer: Viewer; site: SiteView }> {
  const site = await siteFor(viewer, siteId)
  const changer = viewer!
  if (!mayChange(site.role)) {
    const attempt = { accountId: site.accountId, action, subject: site.id }
    await refuse(changer, attempt, 'Only owners and admins of the account may change this.', clock)
  }
  await assertWritable(site.accountId, clock)
  return { viewer: changer, site }
}

/**
 * Changes a site's name, address, time zone, currency or settings; what the patch does not name stays. The collector knows
 * within a second. The audit log gets the names of the fields that changed, in the same transaction.
 * @throws AppError as siteToChange
 */
export async function updateSite(
  viewer: Viewer | null,
  siteId: string,
  patch: SitePatch,
  clock: Clock = systemClock,
): Promise<SiteView> {
  const changer = await siteToChange(viewer, siteId, 'site.update', clock)
  const { role, accountId } = changer.site
  const row = await db().$transaction(async tx => {
    const before = await tx.site.findUniqueOrThrow({ where: { id: siteId } })
    const { settings, ...plain } = patch
    const old = settingsOf(before)
    const next = siteSettings.parse({ ...old, ...settings })
    const changed = [
      ...(['name', 'url', 'timezone', 'currency'] as const).filter(
        field => plain[field] !== undefined && plain[field] !== before[field],
      ),
      ...Object.entries(next).flatMap(([field, value]) =>
        JSON.stringify(value) === JSON.stringify(old[field as keyof SiteSettings]) ? [] : [field],
      ),
    ]
    if (changed.length === 0) return before
    await audit(tx, {
      actorId: changer.viewer.userId,
      accountId,
      action: 'site.update',
      subject: siteId,
      detail: { changed },
      at: clock(),
    })
    return tx.site.update({
      where: { id: siteId },
      data: { ...plain, settings: JSON.stringify(next) },
    })
  })
  return toView(row, role)
}

/** The sites of all the viewer's accounts, by name. Nobody has none. */
export async function sitesOf(viewer: Viewer | null): Promise<SiteView[]> {
  if (!viewer) return []
  const rows = await db().site.findMany({
    where: { accountId: { in: viewer.memberships.map(one => one.accountId) } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return rows.flatMap(row => {
    const membership = membershipFor(viewer, row)
    return membership ? [toView(row, membership.role)] : []
  })
}

/** What an API token may do. A row holds several, parted by blanks. */
export const tokenScopes = ['export'] as const
export type TokenScope = (typeof tokenScopes)[number]

/**
 * The site that a bearer token opens for a scope. `lastUsedAt` is kept to the minute.
 * @param authorization the Authorization header as it came
 * @throws AppError 'unauthenticated' for a missing, malformed or unknown token; 'not_found' for another
 *   site's token exactly as for an absent site; 'forbidden' for a token of this site without the scope
 */
export async function siteByToken(
  authorization: string | null,
  siteId: string,
  scope: TokenScope,
  clock: Clock = systemClock,
): Promise<{ id: string; name: string; key: string; timezone: string; currency: string }> {
  const bearer = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1]
  const found =
    bearer &&
    (await db().apiToken.findUnique({
      where: { hash: tokenHash(bearer) },
      include: { site: { select: { id: true, name: true, key: true, timezone: true, currency: true } } },
    }))
  if (!found)
    throw new AppError('unauthenticated', 'Send an API token of this site: Authorization: Bearer TOKEN.')
  if (found.siteId !== siteId) throw noSuchSite()
  if (!found.scopes.split(' ').includes(scope))
    throw new AppError('forbidden', `This token may not ${scope} the site.`)
  const now = clock()
  if (now - (found.lastUsedAt?.getTime() ?? 0) >= minute)
    await db().apiToken.update({ where: { hash: found.hash }, data: { lastUsedAt: new Date(now) } })
  return found.site
}

/**
 * The site whose secret a server sends as its bearer, as it does with hits that it vouches for.
 * @param authorization the Authorization header as it came
 * @throws AppError 'unauthenticated' for a missing or wrong secret, and exactly so for an absent site
 */
export async function siteBySecret(
  authorization: string | null,
  siteId: string,
): Promise<{ id: string; accountId: string }> {
  const bearer = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1]
  const row = bearer && (await db().site.findUnique({ where: { id: siteId } }))
  if (!row || !sameText(bearer, unseal(siteSecretPurpose, row.secretSealed)))
    throw new AppError('unauthenticated', 'Send the secret of this site: Authorization: Bearer SECRET.')
  return { id: row.id, accountId: row.accountId }
}

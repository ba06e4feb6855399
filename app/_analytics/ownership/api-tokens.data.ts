import type { Viewer } from '@/_accounts/viewer'
import { audit } from '@/_platform/audit.data'
import { type Clock, systemClock } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { AppError } from '@/_platform/errors'
import { newToken } from '@/_platform/ids'
import { tokenHash } from '@/_platform/secret'
import { siteToChange, type TokenScope, tokenScopes } from '../sites.data'

export type ApiTokenView = {
  /** Names the token in forms; opens nothing. */
  id: string
  name: string
  scopes: string[]
  /** Unix ms. */
  createdAt: number
  lastUsedAt?: number
}

const mostTokens = 50
const idOf = (hash: string) => hash.slice(0, 16)

/** A site's tokens, without what they are. @throws AppError as siteToChange */
export async function tokensOf(viewer: Viewer | null, siteId: string, clock: Clock = systemClock) {
  await siteToChange(viewer, siteId, 'token.list', clock)
  const rows = await db().apiToken.findMany({ where: { siteId }, orderBy: { createdAt: 'asc' } })
  return rows.map(
    ({ hash, name, scopes, createdAt, lastUsedAt }): ApiTokenView => ({
      ...{ id: idOf(hash), name, scopes: scopes.split(' '), createdAt: createdAt.getTime() },
      ...(lastUsedAt && { lastUsedAt: lastUsedAt.getTime() }),
    }),
  )
}

/**
 * Makes a token for a site's machine interface.
 * @returns the token, to be shown this once: only its hash is kept
 * @throws AppError as siteToChange; 'invalid' for no name or no scope
 */
export async function createToken(
  viewer: Viewer | null,
  siteId: string,
  given: { name: string; scopes: string[] },
  clock: Clock = systemClock,
): Promise<string> {
  const { viewer: actor, site } = await siteToChange(viewer, siteId, 'token.create', clock)
  const name = given.name.trim().slice(0, 120)
  if (!name) throw new AppError('invalid', 'Write what the token is for.', 'name')
  const scopes = tokenScopes.filter((scope): scope is TokenScope => given.scopes.includes(scope))
  if (scopes.length === 0) throw new AppError('invalid', 'Choose what the token may do.', 'scopes')
  if ((await db().apiToken.count({ where: { siteId } })) >= mostTokens)
    throw new AppError('conflict', `A site has at most ${mostTokens} tokens. End one first.`, 'name')
  const token = `fh_${newToken()}`
  const at = clock()
  await db().$transaction(async tx => {
    const hash = tokenHash(token)
    await tx.apiToken.create({
      data: { hash, siteId, name, scopes: scopes.join(' '), createdAt: new Date(at) },
    })
    const note = { actorId: actor.userId, accountId: site.accountId, action: 'token.create', subject: siteId }
    await audit(tx, { ...note, detail: { token: idOf(hash), scopes }, at })
  })
  return token
}

/** Ends a token at once. @throws AppError as siteToChange; 'not_found' */
export async function endToken(
  viewer: Viewer | null,
  siteId: string,
  tokenId: string,
  clock: Clock = systemClock,
): Promise<void> {
  const { viewer: actor, site } = await siteToChange(viewer, siteId, 'token.end', clock)
  if (tokenId.length !== 16) throw new AppError('not_found', 'There is no such token.')
  await db().$transaction(async tx => {
    const { count } = await tx.apiToken.deleteMany({ where: { siteId, hash: { startsWith: tokenId } } })
    if (count === 0) throw new AppError('not_found', 'There is no such token.')
    const note = { actorId: actor.userId, accountId: site.accountId, action: 'token.end', subject: siteId }
    await audit(tx, { ...note, detail: { token: tokenId }, at: clock() })
  })
}

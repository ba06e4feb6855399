import type { Viewer } from '@/_accounts/viewer'
import type { Clock } from '@/_platform/clock'
import { type Db, db } from '@/_platform/db'
import { AppError } from '@/_platform/errors'
import { newId } from '@/_platform/ids'
import { bindingVersion, bindsFrom } from './binding'
import { type LegalVersion, legalInForce, publicVersion } from './legal'
import { agreedDocuments, type LegalDocument } from './legal-documents'
import { isAnnounced, postings } from './postings.data'

/** The form in which somebody accepted: opening an account, or pressing the button of the account's notice. */
export type AcceptedHow = 'trial' | 'setup' | 'invitation' | 'notice'

type Writer = Pick<Db, 'legalAcceptance'>

/**
 * Keeps that a user accepted the terms and the privacy policy that are in force. Call it with the transaction that
 * makes the user, from a form that names and links both.
 * @param now Unix ms
 * @returns the version accepted of each
 */
export async function acceptInForce(
  tx: Writer,
  userId: string,
  how: AcceptedHow,
  now: number,
): Promise<Record<string, string>> {
  const accepted = agreedDocuments.map(document => legalInForce(document, () => now))
  for (const version of accepted) await accept(tx, userId, version, how, now)
  return Object.fromEntries(accepted.map(({ document, effective }) => [document, effective]))
}

/** One version is accepted once; the first time stands. */
async function accept(tx: Writer, userId: string, version: LegalVersion, how: AcceptedHow, now: number) {
  const key = { userId, document: version.document, version: version.effective }
  await tx.legalAcceptance.upsert({
    where: { userId_document_version: key },
    create: { id: newId('accept'), ...key, how, at: new Date(now) },
    update: {},
  })
}

/** What the viewer accepted or read, oldest first; `at` in Unix ms. Belongs into the account's export. */
export async function acceptancesOf(viewer: Pick<Viewer, 'userId'>) {
  const rows = await db().legalAcceptance.findMany({
    where: { userId: viewer.userId },
    orderBy: [{ at: 'asc' }, { document: 'asc' }],
  })
  return rows.map(({ document, version, how, at }) => ({ document, version, how, at: at.getTime() }))
}

export type AccountNotice = { version: LegalVersion; postedAt: number; bindsFrom: number; bound: boolean }

/** Versions posted since the viewer's account began that the viewer has not said to have read. Times in Unix ms. */
export async function openNotices(viewer: Pick<Viewer, 'userId'>, clock: Clock): Promise<AccountNotice[]> {
  const [user, posted, read] = await Promise.all([
    sinceWhen(viewer.userId),
    postings(),
    acceptancesOf(viewer),
  ])
  if (user === undefined) return []
  return posted.flatMap(({ document, version: name, postedAt }) => {
    if (postedAt <= user || read.some(one => one.document === document && one.version === name)) return []
    const version = publicVersion(document, name, clock)
    if (!version || !isAnnounced(version)) return []
    const from = bindsFrom({ version: name, postedAt }, user)
    return [{ version, postedAt, bindsFrom: from, bound: from <= clock() }]
  })
}

/**
 * Keeps that the viewer read a version that the account's notice showed.
 * @throws AppError 'not_found' when nothing of that name was posted
 */
export async function readNotice(
  viewer: Pick<Viewer, 'userId'>,
  given: { document: string; version: string },
  clock: Clock,
): Promise<void> {
  const found = (await openNotices(viewer, clock)).find(
    ({ version }) => version.document === given.document && version.effective === given.version,
  )
  if (found) return accept(db(), viewer.userId, found.version, 'notice', clock())
  const read = (await acceptancesOf(viewer)).some(
    one => one.document === given.document && one.version === given.version,
  )
  if (!read) throw new AppError('not_found', 'There is no such version.')
}

/** The version of each text that binds the viewer now (promise V2). */
export async function bindingFor(
  viewer: Pick<Viewer, 'userId'>,
  clock: Clock,
): Promise<{ document: LegalDocument; version: string }[]> {
  const [since, posted] = await Promise.all([sinceWhen(viewer.userId), postings()])
  return agreedDocuments.flatMap(document => {
    const mine = posted.filter(one => one.document === document)
    const binding = since === undefined ? undefined : bindingVersion(mine, since, clock())
    return binding ? [{ document, version: binding.version }] : []
  })
}

async function sinceWhen(userId: string): Promise<number | undefined> {
  const user = await db().user.findUnique({ where: { id: userId }, select: { createdAt: true } })
  return user?.createdAt.getTime()
}

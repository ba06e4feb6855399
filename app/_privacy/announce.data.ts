import { normalAddress } from '@/_audience/address'
import { queueMail } from '@/_audience/outbox.data'
import { confirmedFor } from '@/_audience/subscribers.data'
import type { Clock } from '@/_platform/clock'
import { db } from '@/_platform/db'
import { env } from '@/_platform/env'
import { noticePeriod } from './binding'
import { type LegalVersion, legalVersions } from './legal'
import { changesPath, legalDocuments } from './legal-documents'
import { isAnnounced, recordAnnouncement, recordPosting } from './postings.data'

/** Read at a time, so that a large list is never in memory whole. */
const batch = 500

/**
 * Posts a version, and writes to everybody whom it concerns, each address once however often this runs (promises V1,
 * D5): every user who was there before it, and every confirmed subscriber of service notices. A version that was
 * taken back before its day is not posted.
 */
export async function postVersion(given: { document: string; version: string }, clock: Clock): Promise<void> {
  const version = legalVersions().find(
    one => one.document === given.document && one.effective === given.version,
  )
  if (!version) return
  const { postedAt, announcedAt } = await recordPosting(version, clock())
  if (!isAnnounced(version) || announcedAt) return
  const written = await writeToAccounts(version, postedAt, clock)
  await writeToSubscribers(version, postedAt, written, clock)
  await recordAnnouncement(version, clock())
}

async function writeToAccounts(version: LegalVersion, postedAt: number, clock: Clock): Promise<Set<string>> {
  const written = new Set<string>()
  for (let after = ''; ; ) {
    const users = await db().user.findMany({
      where: {
        id: { gt: after },
        createdAt: { lt: new Date(postedAt) },
        ...(env.DEMO === 'off' && { demo: false }),
      },
      select: { id: true, email: true },
      orderBy: { id: 'asc' },
      take: batch,
    })
    for (const { id, email } of users) {
      const mail = { to: email, props: propsOf(version, postedAt), key: keyOf(version, id) }
      await queueMail(db(), { template: 'policy-for-accounts', ...mail }, clock())
      written.add(normalAddress(email))
    }
    if (users.length < batch) return written
    after = users.at(-1)!.id
  }
}

async function writeToSubscribers(
  version: LegalVersion,
  postedAt: number,
  written: Set<string>,
  clock: Clock,
): Promise<void> {
  for await (const { id, email } of confirmedFor('service', batch)) {
    if (written.has(email)) continue
    const mail = { to: email, props: propsOf(version, postedAt), key: keyOf(version, id) }
    await queueMail(db(), { template: 'policy-for-subscribers', ...mail }, clock())
  }
}

const keyOf = ({ document, effective }: LegalVersion, to: string) => `legal:${document}:${effective}:${to}`

function propsOf({ document, effective, kind, changes }: LegalVersion, postedAt: number) {
  return {
    name: legalDocuments[document].name,
    kind: kind === 'control' ? ('control' as const) : ('change' as const),
    changes,
    binds: postedAt + noticePeriod,
    difference: env.SITE_URL + changesPath(document, effective),
  }
}

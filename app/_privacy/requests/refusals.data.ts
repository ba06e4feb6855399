import type { Site } from '@/_analytics/sites'
import { allSites } from '@/_analytics/sites.data'
import { addressHash } from '@/_audience/address'
import { type Db, db } from '@/_platform/db'
import { identityHash } from '../identity-hash'

/** A provider gets nothing more of an address (promise R2). @param now Unix ms */
export async function refuseProviders(
  tx: Pick<Db, 'providerRefusal'>,
  email: string,
  providers: string[],
  now: number,
): Promise<void> {
  const emailHash = addressHash(email)
  for (const provider of providers)
    await tx.providerRefusal.upsert({
      where: { emailHash_provider: { emailHash, provider } },
      create: { emailHash, provider, at: new Date(now) },
      update: {},
    })
}

/** Whether a provider, by the beginning of its name, may get nothing of an address. */
export async function refusesProvider(emailHash: string, provider: string): Promise<boolean> {
  const found = await db().providerRefusal.findFirst({
    where: { emailHash, provider: { startsWith: provider } },
  })
  return found !== null
}

/** A site records nothing more that carries this identity. @param site with its secret, unsealed */
export async function refusePerson(
  tx: Pick<Db, 'personRefusal'>,
  site: { id: string; secret: string },
  identity: string,
  now: number,
): Promise<void> {
  const key = { siteId: site.id, identityHash: identityHash(site, identity) }
  await tx.personRefusal.upsert({
    where: { siteId_identityHash: key },
    create: { ...key, at: new Date(now) },
    update: {},
  })
}

/** The people that each site refuses, for the collector's registry in memory. */
async function refusedPeople(): Promise<Map<string, Set<string>>> {
  const bySite = new Map<string, Set<string>>()
  for (const { siteId, identityHash: hash } of await db().personRefusal.findMany())
    bySite.set(siteId, (bySite.get(siteId) ?? new Set()).add(hash))
  return bySite
}

/** Every site as the collector needs it: with the people who refused to be recorded there. */
export async function sitesToCollect(): Promise<(Site & { refusedPeople?: Set<string> })[]> {
  const [sites, refused] = await Promise.all([allSites(), refusedPeople()])
  return sites.map(site => ({ ...site, refusedPeople: refused.get(site.id) }))
}

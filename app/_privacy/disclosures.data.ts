import { db } from '@/_platform/db'

/**
 * The audit log's action of every disclosure to an authority begins with this (promise D4): `disclosure.person`,
 * `disclosure.account`. Whatever discloses writes such an entry in the same transaction.
 */
export const disclosureAction = 'disclosure.'

/** How many disclosures the audit log holds in all and by year, newest first. Public: the counts name nobody. */
export async function disclosureCounts(): Promise<{
  total: number
  years: { year: number; count: number }[]
}> {
  const entries = await db().auditEntry.findMany({
    where: { action: { startsWith: disclosureAction, not: { endsWith: '.refused' } } },
    select: { at: true },
  })
  const years = new Map<number, number>()
  for (const { at } of entries) years.set(at.getUTCFullYear(), (years.get(at.getUTCFullYear()) ?? 0) + 1)
  const newestFirst = [...years].sort(([one], [other]) => other - one)
  return { total: entries.length, years: newestFirst.map(([year, count]) => ({ year, count })) }
}

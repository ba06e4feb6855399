import { notFound, redirect } from 'next/navigation'
import { viewer } from '@/_accounts/session'
import type { Viewer } from '@/_accounts/viewer'
import { type AccountOf, accountsOf } from '@/_accounts/which-account.data'

export type Query = Promise<Record<string, string | string[] | undefined>>

/** Who asks for a page of their own; nobody is sent to sign in first. */
export async function whoHere(path: string): Promise<Viewer> {
  const who = await viewer()
  if (!who) redirect(`/signin?next=${encodeURIComponent(path)}`)
  return who
}

/** The account that a page is about: the one that its address names, else the one in which the viewer may do most. */
export async function accountHere(
  path: string,
  query: Query,
): Promise<{ who: Viewer; account: AccountOf; others: AccountOf[] }> {
  const { account: wanted } = await query
  const who = await whoHere(wanted ? `${path}?account=${wanted}` : path)
  const accounts = await accountsOf(who)
  const account = wanted === undefined ? accounts[0] : accounts.find(one => one.accountId === wanted)
  if (!account) notFound()
  return { who, account, others: accounts.filter(one => one !== account) }
}

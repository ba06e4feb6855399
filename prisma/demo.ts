import { addMember, createAccount, createUser, credentialsOf } from '@/_accounts/accounts.data'
import { type DemoSite, siteByKey } from '@/_analytics/demo/demo.data'
import { demo } from '@/_analytics/demo/known'
import { createSite, ownSite, setOwnSite } from '@/_analytics/sites.data'
import { env } from '@/_platform/env'
import { AppError } from '@/_platform/errors'
import { brand } from '@/brand'

/**
 * The demo's accounts, users and sites; what is there already stays as it is.
 * @returns the operator's own site and the client's; undefined when the data folder was begun without the demo:
 *   sign-ins that everybody knows must not come to data of real people
 */
export async function ensureDemo(): Promise<{ own: DemoSite; client: DemoSite } | undefined> {
  const present = await ownKey()
  if (present !== undefined && present !== demo.ownKey) return undefined
  const own = await ensureSite({
    account: brand.operator.name,
    name: brand.name,
    key: demo.ownKey,
    url: env.SITE_URL,
    owner: { ...demo.staff, staff: true },
  })
  const client = await ensureSite({ ...demo.client, name: demo.client.account })
  await setOwnSite(own.id)
  return { own, client }
}

async function ownKey(): Promise<string | undefined> {
  try {
    return (await ownSite()).key
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return undefined
    throw error
  }
}

type WantedSite = {
  account: string
  name: string
  key: string
  url: string
  owner: { email: string; name: string; password: string; staff?: boolean }
}

async function ensureSite({ account, name, key, url, owner }: WantedSite): Promise<DemoSite> {
  const present = await siteByKey(key)
  if (present) return present
  const { id: accountId } = await createAccount({ name: account })
  const user = (await credentialsOf(owner.email)) ?? (await createUser({ ...owner, demo: true }))
  await addMember({ accountId, userId: user.id, role: 'owner' })
  const { site } = await createSite({ accountId, name, url, key, demo: true })
  return { id: site.id, key, url, demo: true }
}

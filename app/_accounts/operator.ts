import { createSite, ownSite, setOwnSite } from '@/_analytics/sites.data'
import { AppError } from '@/_platform/errors'
import { createAccount } from './accounts.data'

type OwnSite = Awaited<ReturnType<typeof ownSite>>

/**
 * The operator's own site; made, with the operator's account, on a deployment that has none. It is an ordinary
 * site with an ordinary key (promise C5).
 */
export async function ensureOwnSite(given: {
  operator: string
  name: string
  url: string
}): Promise<OwnSite> {
  try {
    return await ownSite()
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'not_found')) throw error
  }
  const account = await createAccount({ name: given.operator })
  const { site } = await createSite({ accountId: account.id, name: given.name, url: given.url })
  await setOwnSite(site.id)
  return ownSite()
}

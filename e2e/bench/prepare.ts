import { createAccount } from '@/_accounts/accounts.data'
import { createSite, ownSite } from '@/_analytics/sites.data'
import { openDb } from '@/_platform/db'
import { env } from '@/_platform/env'
import { share } from '@/_platform/shared'
import { seed } from '../../prisma/seeding'

/** What this script prints, as one line of JSON: the operator's own site, and one for the load. */
export type Prepared = { own: string; site: { id: string; key: string; token: string } }

// Fills DATA_DIR with the demo; the argument is how many hits the operator's own site gets.
await seed({ sizes: { own: Number(process.argv[2]), client: 1_000 } })

share('db', openDb(env.DATA_DIR))
const { id: accountId } = await createAccount({ name: 'Bench' })
const { site, token } = await createSite({ accountId, name: 'Bench', url: 'https://bench.example' })
const prepared: Prepared = { own: (await ownSite()).id, site: { id: site.id, key: site.key, token } }
console.log(JSON.stringify(prepared))

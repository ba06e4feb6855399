import { createAccount } from '@/_accounts/accounts.data'
import { createSite, ownSite } from '@/_analytics/sites.data'
import { openDb } from '@/_platform/db'
import { env } from '@/_platform/env'
import { share } from '@/_platform/shared'
import { seed } from '../../prisma/seeding'

/** What this script prints, as one line of JSON. */
export type Prepared = {
  /** The operator's own site, by its id. */
  own: string
  /** A site for the load. */
  site: { id: string; key: string; token: string }
  /** How fast the demo hits of the own site were made and written, hits a second. */
  seeded: number
}

// Fills DATA_DIR with the demo; the argument is how many hits the operator's own site gets.
const speeds: number[] = []
await seed({
  sizes: { own: Number(process.argv[2]), client: 1_000 },
  show: () => {
    const began = performance.now()
    return { at: () => {}, end: hits => void speeds.push((hits / (performance.now() - began)) * 1000) }
  },
})

share('db', openDb(env.DATA_DIR))
const { id: accountId } = await createAccount({ name: 'Bench' })
const { site, token } = await createSite({ accountId, name: 'Bench', url: 'https://bench.example' })
const prepared: Prepared = {
  own: (await ownSite()).id,
  site: { id: site.id, key: site.key, token },
  seeded: speeds[0] ?? Number.NaN,
}
console.log(JSON.stringify(prepared))

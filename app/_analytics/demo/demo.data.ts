import { db } from '@/_platform/db'

export type DemoSite = {
  id: string
  key: string
  url: string
  /** It was made by the demo: nobody else's data is in it. */
  demo: boolean
}

const columns = { id: true, key: true, url: true, demo: true } as const

export const siteById = (id: string): Promise<DemoSite | null> =>
  db().site.findUnique({ where: { id }, select: columns })

export const siteByKey = (key: string): Promise<DemoSite | null> =>
  db().site.findUnique({ where: { key }, select: columns })

/** How often demo data was written into a site, and whether the last time did not come to its end. */
export type Filled = { batches: number; interrupted: boolean }

const name = (siteId: string) => `demo data ${siteId}`

export async function filled(siteId: string): Promise<Filled> {
  const row = await db().setting.findUnique({ where: { name: name(siteId) } })
  return row ? (JSON.parse(row.value) as Filled) : { batches: 0, interrupted: false }
}

export async function setFilled(siteId: string, state: Filled): Promise<void> {
  const value = JSON.stringify(state)
  await db().setting.upsert({
    where: { name: name(siteId) },
    create: { name: name(siteId), value },
    update: { value },
  })
}

import type { MetadataRoute } from 'next'
import { connection } from 'next/server'
import { publicAddresses } from './_blog/addresses'
import { systemClock } from './_platform/clock'
import { env } from './_platform/env'

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  await connection()
  return publicAddresses(systemClock).map(({ path, changedAt }) => ({
    url: env.SITE_URL + path,
    ...(changedAt && { lastModified: new Date(changedAt) }),
  }))
}

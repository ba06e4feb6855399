import type { MetadataRoute } from 'next'
import { connection } from 'next/server'
import { env } from './_platform/env'

export default async function robots(): Promise<MetadataRoute.Robots> {
  await connection()
  return {
    rules: {
      userAgent: '*',
      allow: '/',
      disallow: ['/api/', '/staff/', '/sites/', '/blog/search', '/docs/search'],
    },
    sitemap: `${env.SITE_URL}/sitemap.xml`,
  }
}

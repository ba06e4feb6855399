import { connection } from 'next/server'
import { findDoc } from '@/_blog/docs'
import { markdownResponse } from '@/_blog/markdown-twin'
import { env } from '@/_platform/env'

/** `/docs/SLUG.md` is rewritten to here (next.config.mjs). */
export async function GET(_request: Request, { params }: { params: Promise<{ slug: string }> }) {
  await connection()
  const { slug } = await params
  const doc = findDoc(slug)
  return doc
    ? markdownResponse(doc, `${env.SITE_URL}/docs/${slug}`)
    : new Response('There is no such page.\n', { status: 404 })
}

import { connection } from 'next/server'
import { markdownResponse } from '@/_blog/markdown-twin'
import { findPost } from '@/_blog/posts'
import { systemClock } from '@/_platform/clock'
import { env } from '@/_platform/env'

/** `/blog/SLUG.md` is rewritten to here (next.config.mjs). */
export async function GET(_request: Request, { params }: { params: Promise<{ slug: string }> }) {
  await connection()
  const { slug } = await params
  const found = findPost(slug, systemClock)
  if (!found) return new Response('There is no such post.\n', { status: 404 })
  if ('movedTo' in found) return Response.redirect(`${env.SITE_URL}/blog/${found.movedTo}.md`, 308)
  return markdownResponse(found.post, `${env.SITE_URL}/blog/${slug}`)
}

import { connection } from 'next/server'
import { commentsFeed } from '@/_blog/comments/feed'
import { atom } from '@/_blog/feeds/atom'
import { findPost } from '@/_blog/posts'
import { systemClock } from '@/_platform/clock'
import { env } from '@/_platform/env'

/** The conversation under a post as an Atom feed. */
export async function GET(_request: Request, { params }: { params: Promise<{ slug: string }> }) {
  await connection()
  const { slug } = await params
  const found = findPost(slug, systemClock)
  if (!found) return new Response('There is no such post.\n', { status: 404 })
  if ('movedTo' in found) return Response.redirect(`${env.SITE_URL}/blog/${found.movedTo}/comments.xml`, 308)
  return new Response(atom(await commentsFeed(found.post, env.SITE_URL)), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  })
}

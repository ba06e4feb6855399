import { connection } from 'next/server'
import { ogImage } from '@/_blog/og-image'
import { findPost } from '@/_blog/posts'
import { systemClock } from '@/_platform/clock'

export async function GET(_request: Request, { params }: { params: Promise<{ slug: string }> }) {
  await connection()
  const found = findPost((await params).slug, systemClock)
  if (!found || 'movedTo' in found) return new Response('There is no such post.\n', { status: 404 })
  return ogImage('Blog', found.post.title)
}

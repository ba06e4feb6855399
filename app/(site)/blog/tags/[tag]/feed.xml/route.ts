import { connection } from 'next/server'
import { feedResponse } from '@/_blog/feeds/formats'
import { isTag } from '@/_blog/tags'

export async function GET(_request: Request, { params }: { params: Promise<{ tag: string }> }) {
  await connection()
  const { tag } = await params
  return isTag(tag) ? feedResponse('rss', tag) : new Response('There is no such tag.\n', { status: 404 })
}

import { ownWaiting } from '@/_blog/comments/own.data'
import { systemClock } from '@/_platform/clock'

/** What this browser sent to a post a moment ago: the kept page does not have it. */
export async function GET(request: Request): Promise<Response> {
  const post = new URL(request.url).searchParams.get('post') ?? ''
  const comments = await ownWaiting(post, request.headers.get('cookie'), systemClock)
  return Response.json({ comments }, { headers: { 'Cache-Control': 'no-store' } })
}

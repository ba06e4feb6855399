import { draftMode } from 'next/headers'
import { previewedSlug } from '@/_blog/preview'
import { systemClock } from '@/_platform/clock'
import { toResponse } from '@/_platform/errors'

const to = (path: string) => new Response(null, { status: 307, headers: { Location: path } })

/** Opens the post that a signed link names, published or not; without a token it ends the preview. */
export async function GET(request: Request): Promise<Response> {
  const draft = await draftMode()
  const token = new URL(request.url).searchParams.get('token')
  if (token === null) {
    draft.disable()
    return to('/blog')
  }
  try {
    const slug = previewedSlug(token, systemClock)
    draft.enable()
    return to(`/blog/${encodeURIComponent(slug)}`)
  } catch (error) {
    return toResponse(error)
  }
}

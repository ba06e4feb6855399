import { mergedPair, undoMergeBySecret } from '@/_analytics/merges.data'
import { AppError, toResponse } from '@/_platform/errors'

/** Takes a merge back: `{"a": "bob", "b": "guest"}`, with the site's secret as the bearer. Answers 204. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  try {
    const { id } = await params
    const pair = mergedPair.safeParse(await request.json().catch(() => undefined))
    if (!pair.success) throw new AppError('invalid', 'Send JSON with two identities, "a" and "b".')
    await undoMergeBySecret(request.headers.get('authorization'), id, pair.data)
    return new Response(null, { status: 204 })
  } catch (error) {
    return toResponse(error)
  }
}

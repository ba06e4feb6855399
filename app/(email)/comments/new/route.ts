import { recordOwn } from '@/_analytics/own-event'
import { addComment } from '@/_blog/comments/comments.data'
import { commentForm, fieldErrors } from '@/_blog/comments/form'
import { ownComment } from '@/_blog/comments/own.data'
import { ownHeader, ownIds } from '@/_blog/comments/own-cookie'
import { systemClock } from '@/_platform/clock'
import { type Draft, keepDraft, typedIn } from '@/_platform/drafts'
import { AppError, toResponse } from '@/_platform/errors'
import { readForm, seeOther } from '@/_platform/http/form'
import { assertSameOrigin } from '@/_platform/http/origin'

/** Takes a comment. To a script it answers JSON, to a plain form with the page that says what became of it. */
export async function POST(request: Request): Promise<Response> {
  const asJson = request.headers.get('accept')?.includes('application/json') ?? false
  let typed: Record<string, string> = {}
  const refuse = (errors: Draft['errors'], status: number) =>
    asJson
      ? Response.json({ errors }, { status, headers: { 'Cache-Control': 'no-store' } })
      : seeOther(`/comments/draft?id=${keepDraft({ typed, errors }, systemClock)}`)
  try {
    assertSameOrigin(request.headers)
    typed = typedIn(await readForm(request))
    const read = commentForm.safeParse(typed)
    if (!read.success) return refuse(fieldErrors(read.error), 400)
    const address = request.headers.get('x-client-address') ?? ''
    const { id, state } = await addComment(read.data, { address }, systemClock)
    const cookie = ownHeader([...ownIds(request.headers.get('cookie'), systemClock), id], systemClock)
    if (state !== 'spam') recordOwn(request.headers, 'Commented', { post: read.data.post })
    if (!asJson) {
      const answer = seeOther(`/comments/own?id=${id}`)
      answer.headers.append('Set-Cookie', cookie)
      return answer
    }
    const proof = { cookie: cookie.split(';')[0]! }
    const { html, name } = await ownComment(id, proof, systemClock)
    const comment = { id, html, name, parentId: read.data.parent, waiting: state !== 'approved' }
    return Response.json({ comment }, { headers: { 'Set-Cookie': cookie, 'Cache-Control': 'no-store' } })
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'forbidden') return toResponse(error)
    return refuse([{ field: error.field ?? 'text', message: error.message }], error.status)
  }
}

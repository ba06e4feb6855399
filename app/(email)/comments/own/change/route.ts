import { commentText } from '@/_blog/comments/form'
import { deleteOwn, editOwn } from '@/_blog/comments/own.data'
import { systemClock } from '@/_platform/clock'
import { readForm } from '@/_platform/http/form'
import { assertSameOrigin } from '@/_platform/http/origin'
import { backTo, type Told } from '../../../email/back'

/** Changes or removes one's own comment; the cookie or the link's token is the proof. */
export const POST = (request: Request): Promise<Response> =>
  backTo('/comments/own', async (): Promise<Told> => {
    assertSameOrigin(request.headers)
    const form = await readForm(request)
    const id = String(form.get('id') ?? '')
    const token = String(form.get('token') ?? '') || undefined
    const proof = { cookie: request.headers.get('cookie'), token }
    const here = { id, ...(token && { token }) }
    if (form.get('act') === 'delete') {
      await deleteOwn(id, proof, systemClock)
      return { removed: '1' }
    }
    const read = commentText.safeParse({ text: form.get('text') })
    if (!read.success) return { ...here, problem: 'text' }
    await editOwn(id, read.data.text, proof, systemClock)
    return { ...here, changed: '1' }
  })

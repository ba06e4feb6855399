import { AppError } from '../errors'

/** The fields of a sent form. @throws AppError 'invalid' when the body is no form */
export async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData()
  } catch {
    throw new AppError('invalid', 'This is no form.')
  }
}

/** After a form was sent: shows the page that says what became of it. `path` is one of ours. */
export const seeOther = (path: string): Response =>
  new Response(null, { status: 303, headers: { Location: path, 'Cache-Control': 'no-store' } })

import { viewer } from '@/_accounts/session'
import { annotate, annotationForm, removeAnnotation } from '@/_analytics/reports/annotations.data'
import { AppError, toResponse } from '@/_platform/errors'
import { assertSameOrigin } from '@/_platform/http/origin'

/** Writes a note on a day, or removes one, and goes back to the report that it was written on. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ site: string }> },
): Promise<Response> {
  try {
    assertSameOrigin(request.headers)
    const [who, { site }, form] = await Promise.all([viewer(), params, request.formData()])
    const remove = form.get('remove')
    if (typeof remove === 'string') await removeAnnotation(who, site, remove)
    else {
      const read = annotationForm.safeParse(Object.fromEntries(form))
      const [wrong] = read.error?.issues ?? []
      if (!read.success) throw new AppError('invalid', wrong?.message ?? 'This is no note.', 'text')
      await annotate(who, site, read.data)
    }
    const reports = `/sites/${site}/reports`
    const back = String(form.get('back') ?? '')
    const Location = back.startsWith(`${reports}/`) ? back : reports
    return new Response(null, { status: 303, headers: { Location } })
  } catch (error) {
    return toResponse(error)
  }
}

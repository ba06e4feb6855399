import { viewer } from '@/_accounts/session'
import { deleteReport, placeReport, savedForm, saveReport } from '@/_analytics/reports/saved.data'
import { AppError, toResponse } from '@/_platform/errors'
import { assertSameOrigin } from '@/_platform/http/origin'

type Context = { params: Promise<{ site: string }> }

/** Saves a report, deletes one (`delete`), or puts one on the board or off it (`place`, `unplace`). */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  try {
    assertSameOrigin(request.headers)
    const [who, { site }, form] = await Promise.all([viewer(), params, request.formData()])
    const reports = `/sites/${site}/reports`
    const named = (name: string) => {
      const value = form.get(name)
      return typeof value === 'string' ? value : undefined
    }
    const [remove, place, unplace] = ['delete', 'place', 'unplace'].map(named)
    if (remove) await deleteReport(who, site, remove)
    else if (place) await placeReport(who, site, place, true)
    else if (unplace) await placeReport(who, site, unplace, false)
    else {
      const read = savedForm.safeParse(Object.fromEntries(form))
      const [wrong] = read.error?.issues ?? []
      if (!read.success) throw new AppError('invalid', wrong?.message ?? 'This can’t be saved.', 'name')
      const saved = await saveReport(who, site, read.data)
      return seeOther(`${reports}/${saved.report}?${saved.query}`)
    }
    return seeOther(reports)
  } catch (error) {
    return toResponse(error)
  }
}

const seeOther = (location: string) => new Response(null, { status: 303, headers: { Location: location } })

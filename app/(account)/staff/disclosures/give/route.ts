import { viewer } from '@/_accounts/session'
import { systemClock } from '@/_platform/clock'
import { toResponse } from '@/_platform/errors'
import { readForm, seeOther } from '@/_platform/http/form'
import { assertSameOrigin } from '@/_platform/http/origin'
import { disclosePerson, disclosureForm } from '@/_privacy/requests/disclose.data'

/** One person's data as a download, for an authority. */
export async function POST(request: Request): Promise<Response> {
  try {
    assertSameOrigin(request.headers)
    const read = disclosureForm.safeParse(Object.fromEntries(await readForm(request)))
    if (!read.success) {
      const [{ path, message } = { path: ['email'], message: 'Something is missing.' }] = read.error.issues
      return seeOther(
        `/staff/disclosures?${new URLSearchParams({ field: String(path[0]), problem: message })}`,
      )
    }
    return new Response(await disclosePerson(await viewer(), read.data, systemClock), {
      headers: {
        'Content-Type': 'application/json',
        'Content-Disposition': 'attachment; filename="disclosure.json"',
        'Cache-Control': 'no-store',
      },
    })
  } catch (error) {
    return toResponse(error)
  }
}

import { exportPreferences } from '@/_audience/preferences.data'
import { systemClock } from '@/_platform/clock'
import { toResponse } from '@/_platform/errors'
import { readForm } from '@/_platform/http/form'

/** Everything held about the link's address, as a file. The token from the mail is the proof. */
export async function POST(request: Request): Promise<Response> {
  try {
    const token = String((await readForm(request)).get('token') ?? '')
    const held = await exportPreferences(token, systemClock())
    return new Response(JSON.stringify(held, null, 2), {
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': 'attachment; filename="my-mail-data.json"',
        'Cache-Control': 'no-store',
      },
    })
  } catch (error) {
    return toResponse(error)
  }
}

import { systemClock } from '@/_platform/clock'
import { toResponse } from '@/_platform/errors'
import { readForm } from '@/_platform/http/form'
import { fetchArchive } from '@/_privacy/requests/answer.data'

/** The archive, once. The token from the mail is the proof. */
export async function POST(request: Request): Promise<Response> {
  try {
    const token = String((await readForm(request)).get('token') ?? '')
    const { id, zip } = await fetchArchive(token, systemClock)
    return new Response(new Uint8Array(zip), {
      headers: {
        'Content-Type': 'application/zip',
        'Content-Disposition': `attachment; filename="${id}.zip"`,
        'Cache-Control': 'no-store',
      },
    })
  } catch (error) {
    return toResponse(error)
  }
}

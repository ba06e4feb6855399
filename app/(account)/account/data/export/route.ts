import { exportOwn } from '@/_accounts/own-data.data'
import { viewer } from '@/_accounts/session'
import { toResponse } from '@/_platform/errors'

/** Everything held about whoever is signed in, as a file. */
export async function GET(): Promise<Response> {
  try {
    return new Response(JSON.stringify(await exportOwn(await viewer()), null, 2), {
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': 'attachment; filename="account.json"',
        'Cache-Control': 'no-store',
      },
    })
  } catch (error) {
    return toResponse(error)
  }
}

import { exportPreferences } from '@/_audience/preferences.data'
import { systemClock } from '@/_platform/clock'
import { toResponse } from '@/_platform/errors'
import { readForm } from '@/_platform/http/form'
import { governedBy } from '@/_privacy/postings.data'

/** Everything held about the link's address, as a file. The token from the mail is the proof. */
export async function POST(request: Request): Promise<Response> {
  try {
    const token = String((await readForm(request)).get('token') ?? '')
    const held = await exportPreferences(token, systemClock())
    return new Response(JSON.stringify({ ...held, governedBy: await versions(held) }, null, 2), {
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

/**
 * The version of the privacy policy that governs each kind of data (promise V3). Who gets service notices is told of
 * new versions.
 */
function versions({ subscriber, subscriptions, consents }: Awaited<ReturnType<typeof exportPreferences>>) {
  const notices = subscriptions.find(({ topic, state }) => topic === 'service' && state === 'confirmed')
  const since = notices?.confirmedAt?.getTime() ?? Number.POSITIVE_INFINITY
  const newest = (times: Date[]) => Math.max(subscriber.createdAt.getTime(), ...times.map(at => at.getTime()))
  const kinds = {
    address: subscriber.createdAt.getTime(),
    subscriptions: newest(subscriptions.map(({ askedAt }) => askedAt)),
    consents: newest(consents.map(({ at }) => at)),
  }
  return governedBy(kinds, { since })
}

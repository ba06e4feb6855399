import { viewer } from '@/_accounts/session'
import { assertStaff } from '@/_accounts/staff'
import { subscriberLines } from '@/_audience/staff/subscriber-csv'
import { everySubscriber } from '@/_audience/staff/subscriber-list.data'
import { systemClock } from '@/_platform/clock'
import { toResponse } from '@/_platform/errors'

/** What a search of subscribers finds, as a file for spreadsheets. */
export async function GET(request: Request): Promise<Response> {
  try {
    const who = await viewer()
    assertStaff(who)
    const asked = new URL(request.url).searchParams
    const of = (name: string) => asked.get(name) ?? ''
    const search = { q: of('q'), topic: of('topic'), state: of('state') }
    const pieces = [subscriberLines([], true)]
    for await (const row of everySubscriber(who, search, systemClock))
      pieces.push(subscriberLines([row], false))
    return new Response(pieces.join(''), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="subscribers.csv"',
        'Cache-Control': 'no-store',
      },
    })
  } catch (error) {
    return toResponse(error)
  }
}

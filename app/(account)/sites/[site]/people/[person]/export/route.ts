import { viewer } from '@/_accounts/session'
import { ask } from '@/_analytics/reports/ask'
import { AppError, toResponse } from '@/_platform/errors'

/** Everything held about one person as JSON: identities, merges, properties with their history, every entry. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ site: string; person: string }> },
): Promise<Response> {
  try {
    const { site, person: number } = await params
    const person = await ask(await viewer(), site, {
      report: 'person',
      person: Number(number),
      zone: 'UTC',
      whole: true,
    })
    if (person.person === 0) throw new AppError('not_found', 'There is nobody of this number.')
    return new Response(JSON.stringify(person, undefined, 2), {
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': `attachment; filename="person-${person.person}.json"`,
        'Cache-Control': 'private, no-store',
      },
    })
  } catch (error) {
    return toResponse(error)
  }
}

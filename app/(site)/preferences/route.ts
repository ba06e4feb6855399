import { cookies } from 'next/headers'
import { z } from 'zod'
import { toResponse } from '@/_platform/errors'
import { assertSameOrigin } from '@/_platform/http/origin'
import {
  isNotice,
  isZone,
  preferencesCookie,
  readPreferences,
  writePreferences,
} from '@/_platform/preferences'

const choice = z.object({
  theme: z.enum(['auto', 'light', 'dark']).optional(),
  data: z.enum(['full', 'reduced']).optional(),
  /** Empty takes the browser's own again. */
  zone: z.literal('').or(z.string().refine(isZone)).optional(),
  seen: z.string().refine(isNotice).optional(),
})

/** Keeps what the visitor chose in one cookie and goes back to where the form was. */
export async function POST(request: Request): Promise<Response> {
  try {
    assertSameOrigin(request.headers)
    const { theme, data, zone, seen } = choice.parse(Object.fromEntries(await request.formData()))
    const before = readPreferences(request.headers.get('cookie') ?? undefined)
    const { name, attributes } = preferencesCookie
    const after = {
      theme: theme ?? before.theme,
      reducedData: data ? data === 'reduced' : before.reducedData,
      zone: zone ?? before.zone,
      seen: seen ? [...before.seen.filter(name => name !== seen), seen] : before.seen,
    }
    ;(await cookies()).set(name, writePreferences(after), attributes)
    return new Response(null, { status: 303, headers: { Location: cameFrom(request) } })
  } catch (error) {
    if (error instanceof z.ZodError) return new Response('That choice does not exist.\n', { status: 400 })
    return toResponse(error)
  }
}

/** The path of the page that held the form: only ever one of ours, since the origin was checked. */
function cameFrom(request: Request): string {
  const referer = request.headers.get('referer')
  if (!referer) return '/'
  const { pathname, search } = new URL(referer)
  return pathname.startsWith('//') ? '/' : pathname + search
}

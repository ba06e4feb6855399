import { setTimeout as pause } from 'node:timers/promises'
import { viewerFromNowOn } from '@/_accounts/session'
import { ask } from '@/_analytics/reports/ask'
import type { LiveAnswer } from '@/_analytics/reports/queries'
import { second, systemClock } from '@/_platform/clock'
import { AppError, toResponse } from '@/_platform/errors'

const every = 2 * second

/**
 * Live answers as server-sent events, one every two seconds while the browser listens. Who asks is looked up
 * each time: signing out, or being taken off the account, ends the stream.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ site: string }> },
): Promise<Response> {
  const { site } = await params
  const who = await viewerFromNowOn()
  const look = async () => ask(await who(), site, { report: 'live', now: systemClock() })
  let answer: LiveAnswer | undefined
  try {
    answer = await look()
  } catch (error) {
    return toResponse(error)
  }
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        if (!answer) await pause(every, undefined, { signal: request.signal })
        const moment = { now: systemClock(), answer: answer ?? (await look()) }
        answer = undefined
        controller.enqueue(encoder.encode(`data: ${JSON.stringify(moment)}\n\n`))
      } catch (error) {
        if (!request.signal.aborted && !(error instanceof AppError)) throw error
        controller.close()
      }
    },
  })
  return new Response(body, {
    headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' },
  })
}

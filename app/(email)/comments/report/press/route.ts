import { reportComment } from '@/_blog/comments/reports.data'
import { systemClock } from '@/_platform/clock'
import { readForm } from '@/_platform/http/form'
import { assertSameOrigin } from '@/_platform/http/origin'
import { backTo } from '../../../email/back'
import { isReportReason, reportReasons } from '../reasons'

/** Takes a reader's report of a comment. */
export const POST = (request: Request): Promise<Response> =>
  backTo('/comments/report', async () => {
    assertSameOrigin(request.headers)
    const form = await readForm(request)
    const given = form.get('why')
    const why = reportReasons[isReportReason(given) ? given : 'other']
    const address = request.headers.get('x-client-address') ?? ''
    await reportComment({ id: String(form.get('id') ?? ''), why, address }, systemClock)
    return { sent: '1' }
  })

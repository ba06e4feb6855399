import { viewer } from '@/_accounts/session'
import { Access } from '@/_analytics/reports/access.data'
import { reportFile } from '@/_analytics/reports/file'
import { toResponse } from '@/_platform/errors'

/** A report's figures as a file, CSV or JSON. Takes the same query as its page. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ site: string; report: string }> },
): Promise<Response> {
  try {
    const { site, report } = await params
    const access = await Access.ofMember(await viewer(), site)
    return await reportFile(access, report, new URL(request.url).searchParams)
  } catch (error) {
    return toResponse(error)
  }
}

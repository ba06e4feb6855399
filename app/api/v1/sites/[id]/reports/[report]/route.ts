import { Access } from '@/_analytics/reports/access.data'
import { reportFile } from '@/_analytics/reports/file'
import { AppError, toResponse } from '@/_platform/errors'

/** A report's figures for a program: JSON, or CSV with `format=csv`. The query is that of the report's page. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string; report: string }> },
): Promise<Response> {
  try {
    const { id, report } = await params
    const access = await Access.ofToken(request.headers.get('authorization'), id)
    return await reportFile(access, report, new URL(request.url).searchParams)
  } catch (error) {
    const response = toResponse(error)
    if (error instanceof AppError && error.code === 'unauthenticated')
      response.headers.set('WWW-Authenticate', 'Bearer')
    return response
  }
}

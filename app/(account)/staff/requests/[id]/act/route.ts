import { answerOfficeForm } from '@/_privacy/requests/act-route'

type Context = { params: Promise<{ id: string }> }

/** What staff do with a request. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params
  return answerOfficeForm(request, `/staff/requests/${encodeURIComponent(id)}`)
}

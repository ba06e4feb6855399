import { answerOfficeForm } from '@/_privacy/requests/act-route'

type Context = { params: Promise<{ site: string; id: string }> }

/** What the people of a site do with a request about its data. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { site, id } = await params
  return answerOfficeForm(request, `/sites/${encodeURIComponent(site)}/requests/${encodeURIComponent(id)}`)
}

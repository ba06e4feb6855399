import { viewer } from '@/_accounts/session'
import { invoicePage } from '@/_billing/checkout.data'
import { toResponse } from '@/_platform/errors'
import { seeOther } from '@/_platform/http/form'

/** Leads to an invoice's page at Stripe. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  try {
    return seeOther(await invoicePage(await viewer(), (await params).id))
  } catch (error) {
    return toResponse(error)
  }
}

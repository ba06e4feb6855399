'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { viewer } from '@/_accounts/session'
import { openCheckout, openPortal } from '@/_billing/checkout.data'
import { readPlanForm } from '@/_billing/plan-form'
import { assertSameOrigin } from '@/_platform/http/origin'
import { refused } from '../../refusals'

export type Pressed = { problem?: string }

async function leave(
  form: FormData,
  open: (who: Awaited<ReturnType<typeof viewer>>, account: string, plan: string) => Promise<string>,
): Promise<Pressed> {
  let to: string
  try {
    assertSameOrigin(await headers())
    const { account, plan } = readPlanForm(form)
    to = await open(await viewer(), account, plan)
  } catch (error) {
    return { problem: refused(error, 'plan')[0]!.message }
  }
  redirect(to)
}

/** Goes to Stripe's page that takes a card for a plan. */
export async function subscribe(_before: Pressed, form: FormData): Promise<Pressed> {
  return leave(form, (who, account, plan) => openCheckout(who, account, plan))
}

/** Goes to Stripe's page with the payment method, the plan and the invoices. */
export async function manage(_before: Pressed, form: FormData): Promise<Pressed> {
  return leave(form, (who, account) => openPortal(who, account))
}

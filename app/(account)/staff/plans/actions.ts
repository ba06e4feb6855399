'use server'

import { revalidatePath } from 'next/cache'
import { headers } from 'next/headers'
import { viewer } from '@/_accounts/session'
import { readPlanForm } from '@/_billing/plan-form'
import { assignPlan } from '@/_billing/staff-plans.data'
import { assertSameOrigin } from '@/_platform/http/origin'
import { turnAway } from '../../refusals'

export type Assigned = { message?: string; bad?: boolean }

/** Gives an account a plan by hand. */
export async function assign(_before: Assigned, form: FormData): Promise<Assigned> {
  try {
    assertSameOrigin(await headers())
    const { account, plan } = readPlanForm(form)
    await assignPlan(await viewer(), account, plan)
    revalidatePath('/staff/plans')
    return { message: 'The account has this plan now.' }
  } catch (error) {
    turnAway(error)
    return { message: error.message, bad: true }
  }
}

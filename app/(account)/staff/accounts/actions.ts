'use server'

import { revalidatePath } from 'next/cache'
import { viewer } from '@/_accounts/session'
import { assignPlan } from '@/_billing/staff-plans.data'
import { acting, type FormState, textOf } from '../../form-state'

export async function givePlan(_before: FormState, data: FormData): Promise<FormState> {
  return acting(data, 'plan', async () => {
    await assignPlan(await viewer(), textOf(data, 'account'), textOf(data, 'plan'))
    revalidatePath('/staff/accounts')
    return { done: 'Given' }
  })
}

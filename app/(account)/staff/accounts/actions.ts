'use server'

import { revalidatePath } from 'next/cache'
import type { Plan } from '@/_accounts/plans'
import { viewer } from '@/_accounts/session'
import { settleTrial } from '@/_accounts/trial/trials.data'
import { acting, type FormState, textOf } from '../../form-state'

export async function givePlan(_before: FormState, data: FormData): Promise<FormState> {
  return acting(data, 'plan', async () => {
    await settleTrial(await viewer(), textOf(data, 'account'), textOf(data, 'plan') as Plan['key'])
    revalidatePath('/staff/accounts')
    return { done: 'Given' }
  })
}

import { z } from 'zod'
import { hasCard } from '@/_analytics/collect/sensitive'
import { AppError } from '@/_platform/errors'

const fields = z.strictObject({
  account: z.string().min(1).max(60),
  plan: z.string().max(40).default(''),
})

/**
 * Reads a form about a plan. One that carries a payment card's number, or a field that the form does not have, is
 * refused whole: cards go to the payment processor alone (promise C1).
 * @throws AppError 'invalid'
 */
export function readPlanForm(form: FormData): z.infer<typeof fields> {
  const sent = Object.fromEntries(
    [...form].filter(([name]) => !name.startsWith('$')).map(([name, value]) => [name, String(value)]),
  )
  if (Object.entries(sent).some(([name, value]) => hasCard(name) || hasCard(value)))
    throw new AppError(
      'invalid',
      'This looks like the number of a payment card. It belongs on Stripe’s page alone; nothing of it was kept.',
    )
  const read = fields.safeParse(sent)
  if (!read.success) throw new AppError('invalid', 'This form was sent with fields that it does not have.')
  return read.data
}

import { atStripe } from './stripe'

export const endCustomerJob = 'billing-end-customer'

/**
 * Deletes a customer at Stripe, which ends what it pays at once. One that is gone already is no error.
 * @throws AppError 'unavailable' when Stripe can't be asked
 */
export async function endCustomer(customerId: string): Promise<void> {
  await atStripe(async stripe => {
    const customer = await stripe.customers.retrieve(customerId)
    if (!customer.deleted) await stripe.customers.del(customerId)
  })
}

import { sharedOnce } from '@/_platform/shared'

const chains = () => sharedOnce('billing chains', () => new Map<string, Promise<unknown>>())

/**
 * Runs what concerns one customer one after another. Two that read Stripe's state at the same time could otherwise
 * write it in the wrong order.
 */
export async function serially<T>(customer: string, work: () => Promise<T>): Promise<T> {
  const before = chains().get(customer) ?? Promise.resolve()
  const mine = before.then(work, work)
  chains().set(customer, mine)
  try {
    return await mine
  } finally {
    if (chains().get(customer) === mine) chains().delete(customer)
  }
}

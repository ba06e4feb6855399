import { KM } from '../page/library'
import type { Properties } from '../page/types'

/** Only what has a plain value. */
const scalars = (properties: Properties = {}) =>
  Object.fromEntries(
    Object.entries(properties).filter(([, value]) => value !== '' && /^[snb]/.test(typeof value)),
  )

const plan = (event: string) => (name?: unknown, properties?: Properties) =>
  KM.record(event, scalars({ ...properties, 'Plan Name': name }))

export const signedUp = plan('Signed Up')
export const upgraded = plan('Upgraded')
export const downgraded = plan('Downgraded')
export const billed = (amount?: unknown, description?: unknown, properties?: Properties): void =>
  KM.record(
    'Billed',
    scalars({ ...properties, 'Billing Amount': amount, 'Billing Description': description }),
  )
export const canceled = (properties?: Properties): void => KM.record('Canceled', scalars(properties))

import { day } from '@/_platform/clock'

/**
 * What follows a payment that failed, in ms after we learnt of it. Two messages come before an account can only be
 * read, and nothing of it is ever deleted for this.
 */
export const afterFailure = { first: 0, second: 7 * day, readOnly: 14 * day } as const

export type DunningStep = keyof typeof afterFailure

export const readOnlyOn = (failedSince: number): number => failedSince + afterFailure.readOnly

/** So long an account stays as it is when the messages could not be handed on. */
export const mostPatience = 28 * day

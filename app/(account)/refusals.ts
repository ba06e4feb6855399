import { forbidden, notFound, redirect } from 'next/navigation'
import type { FormErrors } from '@/_accounts/trial/sign-up'
import { AppError } from '@/_platform/errors'

/**
 * Answers who may not: nobody is sent to sign in, somebody else gets 403. Everything else is left to the caller.
 * @throws whatever is no AppError, and Next's own signals
 */
export function turnAway(error: unknown): asserts error is AppError {
  if (!(error instanceof AppError)) throw error
  if (error.code === 'unauthenticated') redirect('/signin')
  if (error.code === 'forbidden') redirect('/refused')
}

/**
 * Answers what a verb refused: nobody is sent to sign in, who may not gets 403, what is not theirs 404. Everything
 * else that was expected comes back as the form's errors.
 * @param field where an error is shown that names no field
 * @throws whatever is no AppError, and Next's own signals
 */
export function refused(error: unknown, field: string): FormErrors {
  turnAway(error)
  if (error.code === 'not_found') notFound()
  return [{ field: error.field ?? field, message: error.message }]
}

/** As refused(), around what a page shows, where there is no form to show an error in. */
export async function orRefused<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof AppError && error.code === 'forbidden') forbidden()
    refused(error, '')
    throw error
  }
}

/** As refused(), around what an action does that has no form to show an error in. */
export async function inAction<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked
  } catch (error) {
    refused(error, '')
    redirect('/refused')
  }
}

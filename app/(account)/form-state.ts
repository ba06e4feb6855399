import { headers } from 'next/headers'
import type { FormErrors } from '@/_accounts/trial/sign-up'
import { assertSameOrigin } from '@/_platform/http/origin'
import { refused } from './refusals'

/** What a form of an account page shows after it was sent. */
export type FormState = {
  /** What was typed, field by field; never a password. */
  typed: Record<string, string>
  errors: FormErrors
  /** What was done, in a sentence. */
  done?: string
  /** Something that is shown this once, such as a new token. */
  shown?: string
}

/** One field of a sent form, at most so long. */
export const textOf = (data: FormData, field: string, most = 600): string =>
  String(data.get(field) ?? '').slice(0, most)

/**
 * Does what a form asks for, for pages of our own only. Refusals become pages, mistakes come back with what was typed.
 * @param field where an error is shown that names no field
 */
export async function acting(
  data: FormData,
  field: string,
  act: () => Promise<Partial<Omit<FormState, 'typed'>>>,
): Promise<FormState> {
  const typed: Record<string, string> = {}
  for (const [name, value] of data)
    if (!name.startsWith('$ACTION') && !/password/i.test(name)) typed[name] = String(value).slice(0, 600)
  let made: Awaited<ReturnType<typeof act>>
  try {
    assertSameOrigin(await headers())
    made = await act()
  } catch (error) {
    return { typed, errors: refused(error, field) }
  }
  if (made.errors) return { typed, errors: made.errors }
  return { ...made, typed: {}, errors: [] }
}

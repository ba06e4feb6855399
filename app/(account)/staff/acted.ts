import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { AppError } from '@/_platform/errors'
import { assertSameOrigin } from '@/_platform/http/origin'

/** Does what a button of a staff page asks, and shows the page again with what became of it. */
export async function acted(page: string, act: () => Promise<string>): Promise<never> {
  const told = new URLSearchParams()
  try {
    assertSameOrigin(await headers())
    told.set('done', await act())
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    told.set('problem', error.message)
  }
  redirect(`${page}?${told}`)
}

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { assertSameOrigin } from '@/_platform/http/origin'
import { turnAway } from '../refusals'

/** Does what a button of a staff page asks, and shows the page again with what became of it. */
export async function acted(page: string, act: () => Promise<string>): Promise<never> {
  const told = new URLSearchParams()
  try {
    assertSameOrigin(await headers())
    told.set('done', await act())
  } catch (error) {
    turnAway(error)
    told.set('problem', error.message)
  }
  redirect(`${page}?${told}`)
}

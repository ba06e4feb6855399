import { AppError, toResponse } from '@/_platform/errors'
import { seeOther } from '@/_platform/http/form'

/** What a page is told by its address. */
export type Told = Record<string, string>

/** Does what a form asks and shows its page again, which says what is so now. A bad token answers by its status. */
export async function backTo(path: string, act: () => Promise<Told>): Promise<Response> {
  try {
    return seeOther(`${path}?${new URLSearchParams(await act())}`)
  } catch (error) {
    if (error instanceof AppError && error.code === 'too_many') return seeOther(`${path}?problem=often`)
    return toResponse(error)
  }
}

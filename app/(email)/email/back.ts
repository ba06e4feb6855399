import { AppError, toResponse } from '@/_platform/errors'
import { seeOther } from '@/_platform/http/form'

/** Does what a form asks and shows its page again, which says what is so now. A bad token answers by its status. */
export async function backTo(path: string, act: () => Promise<Record<string, string>>): Promise<Response> {
  try {
    return seeOther(`${path}?${new URLSearchParams(await act())}`)
  } catch (error) {
    if (error instanceof AppError && error.code === 'too_many') return seeOther(`${path}?problem=often`)
    return toResponse(error)
  }
}

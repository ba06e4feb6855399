import type { ReactElement } from 'react'
import type { z } from 'zod'

/** One kind of message. `Body` is rendered to HTML and to text; `unsubscribe` is there when the scope is not 'account'. */
export type Template<P> = {
  props: z.ZodType<P>
  /** 'account' when the message is strictly about the account; else what unsubscribing from it stops. */
  scope: (props: P) => string
  subject: (props: P) => string
  Body: (props: P & { unsubscribe?: string }) => ReactElement
  /** Real values, for previews and for the tests that go through every template. */
  example: NoInfer<P>
}

export const template = <P>(given: Template<P>): Template<P> => given

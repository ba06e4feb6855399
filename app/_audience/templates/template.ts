import type { ReactElement } from 'react'
import type { z } from 'zod'
import type { Attachment } from '../transport'

/** The way out of a message; none for one that is strictly about the account. */
export type MailLinks = {
  /** The page that ends this kind of mail in one press. */
  unsubscribe?: string
  /** The page that shows what is in force. */
  settings?: string
}

/** One kind of message. `Body` is rendered to HTML and to text. */
export type Template<P> = {
  props: z.ZodType<P>
  /** 'account' when the message is strictly about the account; else what unsubscribing from it stops. */
  scope: (props: P) => string
  subject: (props: P) => string
  Body: (props: P & MailLinks) => ReactElement
  /** Files that come with it. */
  attach?: (props: P) => Attachment[]
  /** Real values, for previews and for the tests that go through every template. */
  example: NoInfer<P>
}

export const template = <P>(given: Template<P>): Template<P> => given

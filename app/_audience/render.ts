import { render } from '@react-email/render'
import { createElement } from 'react'
import { env } from '@/_platform/env'
import { brand } from '@/brand'
import { type TemplateName, templates } from './templates/registry'
import type { Template } from './templates/template'
import type { Message } from './transport'
import { unsubscribeToken } from './unsubscribe-token'

/** The page that ends mail of this scope to this address, by one press and without signing in. */
export const unsubscribeLink = (toHash: string, scope: string): string =>
  `${env.SITE_URL}/email/unsubscribe?token=${unsubscribeToken(toHash, scope)}`

/** Where a mail program sends the press of its own button (RFC 8058); opened as a page it leads to the other. */
const oneClickLink = (toHash: string, scope: string): string =>
  `${env.SITE_URL}/email/unsubscribe/one-click?token=${unsubscribeToken(toHash, scope)}`

/**
 * An outbox row as a finished message: HTML, text and headers. Whatever is not strictly about the account carries
 * the one-click headers of RFC 8058 and the same link in its text.
 */
export async function renderMail(row: {
  id: string
  template: string
  props: string
  to: string
  toHash: string
  scope: string
}): Promise<Message> {
  const template = templates[row.template as TemplateName] as Template<unknown> | undefined
  if (!template) throw new Error(`There is no mail template "${row.template}"`)
  const props = template.props.parse(JSON.parse(row.props))
  const unsubscribe = row.scope === 'account' ? undefined : unsubscribeLink(row.toHash, row.scope)
  const element = createElement(template.Body, { ...(props as object), unsubscribe } as never)
  const [html, text] = await Promise.all([render(element), render(element, { plainText: true })])
  return {
    id: row.id,
    from: `${brand.name} <${brand.mail.hello}>`,
    to: row.to,
    subject: template.subject(props),
    html,
    text,
    headers: unsubscribe
      ? {
          'List-Unsubscribe': `<${oneClickLink(row.toHash, row.scope)}>, <mailto:${brand.mail.hello}?subject=unsubscribe>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }
      : {},
  }
}

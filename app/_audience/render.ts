import { render } from '@react-email/render'
import { createElement } from 'react'
import { day } from '@/_platform/clock'
import { env } from '@/_platform/env'
import { brand } from '@/brand'
import { propsOf } from './outbox.data'
import { settingsToken } from './settings-token'
import { type TemplateName, templates } from './templates/registry'
import type { MailLinks, Template } from './templates/template'
import { topicOf } from './topics'
import type { Attachment, Message } from './transport'
import { unsubscribeToken } from './unsubscribe-token'

/** The page that ends mail of this scope to this address, by one press and without signing in. */
const unsubscribeLink = (toHash: string, scope: string): string =>
  `${env.SITE_URL}/email/unsubscribe?token=${unsubscribeToken(toHash, scope)}`

/** Where a mail program sends the press of its own button (RFC 8058); opened as a page it leads to the other. */
const oneClickLink = (toHash: string, scope: string): string =>
  `${env.SITE_URL}/email/unsubscribe/one-click?token=${unsubscribeToken(toHash, scope)}`

/** How long the way from a mail to its settings works. */
const settingsLast = 90 * day

/** What of an outbox row a message is written from. */
export type Row = {
  id: string
  template: string
  props: string
  to: string
  toHash: string
  scope: string
  variant: string
  createdAt: Date
}

export type Written = { subject: string; html: string; text: string; attachments?: Attachment[] }

/** Writes messages whose words are kept elsewhere, by their template's name. */
export type Writers = Record<string, (row: Row, links: MailLinks) => Promise<Written>>

/**
 * An outbox row as a finished message: HTML, text and headers. Whatever is not strictly about the account carries
 * the one-click headers of RFC 8058 and the same link in its text. The same row is the same message at every try:
 * a provider refuses one idempotency key with two contents.
 */
export async function renderMail(row: Row, writers: Writers = {}): Promise<Message> {
  const links = linksOf(row)
  const write = writers[row.template] ?? fromTemplate
  const { attachments = [], ...written } = await write(row, links)
  return {
    id: row.id,
    from: `${brand.name} <${brand.mail.hello}>`,
    to: row.to,
    ...written,
    attachments,
    headers: links.unsubscribe ? headersOf(row) : {},
  }
}

function linksOf({ toHash, scope, createdAt }: Row): MailLinks {
  if (scope === 'account') return {}
  const token = settingsToken(toHash, scope, createdAt.getTime() + settingsLast)
  return {
    unsubscribe: unsubscribeLink(toHash, scope),
    settings: `${env.SITE_URL}/email/preferences?mail=${token}`,
  }
}

async function fromTemplate(row: Row, links: MailLinks): Promise<Written> {
  const template = templates[row.template as TemplateName] as Template<unknown> | undefined
  if (!template) throw new Error(`There is no mail template "${row.template}"`)
  const props = template.props.parse(propsOf(row))
  const element = createElement(template.Body, { ...(props as object), ...links } as never)
  const [html, text] = await Promise.all([render(element), render(element, { plainText: true })])
  return { subject: template.subject(props), html, text, attachments: template.attach?.(props) }
}

function headersOf({ toHash, scope }: Row): Record<string, string> {
  const topic = topicOf(scope)
  return {
    'List-Unsubscribe': `<${oneClickLink(toHash, scope)}>, <mailto:${brand.mail.hello}?subject=unsubscribe>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    ...(topic && { 'List-Id': `<${topic}.${new URL(env.SITE_URL).hostname}>` }),
  }
}

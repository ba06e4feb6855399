import { beforeAll, describe, expect, test } from 'vitest'
import { share } from '@/_platform/shared'
import { addressHash } from '../address'
import { renderMail } from '../render'
import { readUnsubscribeToken } from '../unsubscribe-token'
import { templates } from './registry'
import type { Template } from './template'

const to = 'ann@example.com'

/** The template's own example as a finished message. */
function rendered(name: string) {
  const template = (templates as unknown as Record<string, Template<unknown>>)[name]!
  const { example } = template
  const scope = template.scope(example)
  const row = {
    id: 'mail_1',
    template: name,
    props: JSON.stringify(example),
    to,
    toHash: addressHash(to),
    scope,
    variant: '',
    createdAt: new Date(Date.UTC(2026, 0)),
  }
  return renderMail(row).then(mail => ({ mail, scope, example }))
}

beforeAll(() => {
  share('secret', 'known to the tests, and long enough to be a secret')
})

describe.each(Object.keys(templates))('%s', name => {
  test('has a subject, a title, a language, and the whole message as text', async () => {
    const { mail } = await rendered(name)
    expect(mail.subject.length).toBeGreaterThan(5)
    expect(mail.html).toMatch(/<html[^>]* lang="en"/)
    expect(mail.html).toMatch(/<title>[^<]+<\/title>/)
    expect(mail.html.match(/<h1/g)).toHaveLength(1)
    expect(mail.text.length).toBeGreaterThan(80)
    expect(mail.text).not.toMatch(/<\/?\w+>/)
  })

  test('carries its link in both parts, and no image without an alternative', async () => {
    const { mail, example } = await rendered(name)
    const links = Object.values(example as object).filter(
      value => typeof value === 'string' && URL.canParse(value),
    )
    for (const link of links) {
      expect(mail.html).toContain(`href="${String(link).replaceAll('&', '&amp;')}"`)
      expect(mail.text).toContain(link)
    }
    for (const [image] of mail.html.matchAll(/<img\b[^>]*>/g)) expect(image).toMatch(/\balt="/)
    expect(mail.html).not.toMatch(/<script|javascript:/)
  })

  test('can be ended in one press unless it is strictly about the account', async () => {
    const { mail, scope } = await rendered(name)
    if (scope === 'account') {
      expect(mail.headers).toEqual({})
      expect(mail.text).not.toContain('/email/unsubscribe')
      return
    }
    const [, https] = mail.headers['List-Unsubscribe']!.match(/^<(https?:[^>]+)>, <mailto:[^>]+>$/)!
    expect(mail.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
    expect(new URL(https!).pathname).toBe('/email/unsubscribe/one-click')
    for (const part of [https!, mail.text, mail.html.replaceAll('&amp;', '&')]) {
      const token = part.match(/\/email\/unsubscribe(?:\/one-click)?\?token=([\w.-]+)/)![1]!
      expect(readUnsubscribeToken(token, Date.UTC(2100, 0))).toEqual({ toHash: addressHash(to), scope })
    }
  })
})

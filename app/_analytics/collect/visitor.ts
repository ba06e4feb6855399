import { isIP } from 'node:net'
import { agentOf } from './browser'
import type { Draft, Step } from './draft'

/**
 * Who stands behind the sender: the browser itself, or the visitor that a server forwards for. `_ip` and `_ua`
 * are believed from senders that hold the site's secret, or where the site allows legacy senders.
 */
export const visitor: Step = draft => {
  const { fields, sender, site, trusted } = draft
  const believed = trusted || site.site.settings.legacySenders
  const given = believed ? fields.get('_ip') : undefined
  const userAgent = (believed && fields.get('_ua')) || (trusted ? '' : sender.userAgent)
  draft.agent = agentOf(userAgent)
  draft.address = given && isIP(given) ? given : addressOf(draft)
  draft.isBot = draft.agent.isBot
}

/** A server's own address says nothing about its visitor. */
const addressOf = ({ agent, sender }: Draft) =>
  agent.isBrowser && isIP(sender.address) ? sender.address : ''

import type { IncomingMessage, ServerResponse } from 'node:http'
import { sendImage } from '@/_analytics/collect/answer'
import { agentOf } from '@/_analytics/collect/browser'
import type { DropReason, Sender } from '@/_analytics/collect/draft'
import type { Intake } from '@/_analytics/collect/intake'
import type { Clock } from '@/_platform/clock'
import type { Door } from '@/_platform/http/front'
import { log } from '@/_platform/log'
import { identityHash } from '@/_privacy/identity-hash'
import { verdict } from '@/_privacy/verdict'
import { clickPath, openPath, readClick, readOpen } from './tokens'
import { keepTouch, touchedBy } from './touches.data'

type Options = {
  intake: Pick<Intake, 'senderOf' | 'take' | 'byKey'>
  /** The key of the operator's own site, to which openings and presses belong; undefined without one. */
  ownKey: () => Promise<string | undefined>
  clock: Clock
}

/**
 * The image that a mail's opening loads, and its counted links. Both go through the one pipeline of every hit, so
 * that the opt-out, Global Privacy Control and what else refuses a hit refuse these; then the reader's own switch
 * is asked. A refused one is answered as any other.
 */
export const mailDoor =
  (options: Options): Door =>
  (req, res) => {
    const path = (req.url ?? '').split('?', 1)[0]!
    if (req.method !== 'GET' && req.method !== 'HEAD') return false
    if (path.startsWith(openPath))
      opened(path.slice(openPath.length).replace(/\.gif$/, ''), req, res, options)
    else if (path.startsWith(clickPath)) return pressed(path.slice(clickPath.length), req, res, options)
    else return false
    return true
  }

function opened(token: string, req: IncomingMessage, res: ServerResponse, options: Options): void {
  const messageId = readOrNothing(() => readOpen(token, options.clock()))
  const counted =
    messageId === undefined
      ? Promise.resolve<DropReason>('malformed')
      : req.method === 'HEAD'
        ? Promise.resolve<DropReason>('head')
        : count(messageId, undefined, options.intake.senderOf(req), options)
  counted.then(
    reason => sendImage(res, reason),
    error => {
      log.error({ err: error }, 'an opening could not be counted')
      sendImage(res)
    },
  )
}

/** The way is not held up by the counting. An address that we did not sign is nobody's: the page for it says so. */
function pressed(token: string, req: IncomingMessage, res: ServerResponse, options: Options): boolean {
  const link = readOrNothing(() => readClick(token, options.clock()))
  if (!link) return false
  if (req.method === 'GET')
    count(link.messageId, link.url, options.intake.senderOf(req), options).catch(error =>
      log.error({ err: error }, 'a press could not be counted'),
    )
  res.writeHead(302, { Location: link.url, 'Cache-Control': 'no-store', 'Content-Length': '0' }).end()
  return true
}

function readOrNothing<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

/** @returns why it was not counted, or undefined */
async function count(
  messageId: string,
  url: string | undefined,
  sender: Sender,
  { intake, ownKey, clock }: Options,
): Promise<DropReason | undefined> {
  const touched = await touchedBy(messageId)
  if (!touched?.measured) return 'person'
  const key = await ownKey()
  const site = key ? intake.byKey(key)?.site : undefined
  if (site?.refusedPeople?.has(identityHash(site, touched.email))) return 'person'
  const reason = key
    ? await intake.take('event', fieldsOf(key, touched.broadcast, url), sender)
    : refusalOf(sender)
  if (!reason && !isMachine(sender.userAgent)) await keepTouch(messageId, url, clock())
  return reason
}

/** In the reports it is nobody's: they count, and do not say who read what. */
function fieldsOf(key: string, broadcast: string, url: string | undefined): Map<string, string> {
  const fields = new Map([
    ['_k', key],
    ['_n', url === undefined ? 'Opened Mail' : 'Pressed Mail Link'],
    ['_anon', '1'],
    ['Newsletter', broadcast],
  ])
  if (url !== undefined) fields.set('Link', url)
  return fields
}

/** A scanner is no reader; the proxies of mail services load images when somebody opens the message. */
const isMachine = (userAgent: string): boolean =>
  agentOf(userAgent).isBot && !/GoogleImageProxy|YahooMailProxy/.test(userAgent)

/** The same decision on a deployment that has no site of its own. */
function refusalOf({ optedOut, siteOptedOut, gpc, dnt }: Sender): DropReason | undefined {
  const decided = verdict({
    ...{ optedOut, siteOptedOut, gpc, dnt },
    ...{ honourDnt: true, cookieless: false, accountRefuses: false, personRefuses: false, shield: undefined },
  })
  return decided.collect ? undefined : decided.reason
}

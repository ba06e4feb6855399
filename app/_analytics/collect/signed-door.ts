import type { IncomingMessage, ServerResponse } from 'node:http'
import { asText, type Item, isRecord, maxBatchBytes, maxHits, parseJson, refuseAll, takeAll } from './batch'
import { readBody } from './body'
import { decodeForm } from './decode'
import type { DropReason } from './draft'
import type { Intake } from './intake'
import { isSigned } from './signature'

export const signedPath = /^\/v1\/products\/[^/]+\/tracking\/e$/

/**
 * `POST /v1/products/GUID/tracking/e?_signature=…`: the signed batch of 2013 (kissmetrics.md, 1.11), with the
 * site's key in `X-KM-ApiKey` and its secret as the key of the signature. Its sender counts as holding the secret.
 */
export function signedDoor(intake: Intake, req: IncomingMessage, res: ServerResponse): void {
  const sender = { ...intake.senderOf(req), signed: true }
  const key = String(req.headers['x-km-apikey'] ?? '')
  const site = intake.byKey(key)?.site
  const refuse = (reason: DropReason) => refuseAll(intake, reason, sender, res, site?.id)
  if (req.method !== 'POST') {
    refuse('method')
    return
  }
  readBody(req, maxBatchBytes, (body, reason = 'aborted') => {
    if (!body) refuse(reason)
    else if (!site) refuse(key ? 'unknown-key' : 'missing-key')
    else if (!isSigned(signedPartOf(req), site.secret)) refuse('bad-signature')
    else {
      const items = itemsOf(body, key)
      if (typeof items === 'string') refuse(items)
      else takeAll(intake, items, sender, res)
    }
  })
}

function itemsOf(body: Buffer, key: string): Item[] | DropReason {
  const parsed = parseJson(body)
  if ('bad' in parsed) return parsed.bad
  const items = isRecord(parsed.value) ? parsed.value.data : undefined
  if (!Array.isArray(items)) return 'malformed'
  return items.length > maxHits ? 'too-many' : items.map(item => toItem(item, key))
}

/** What the signature is over: the target as it was sent, except the signature itself. */
function signedPartOf(req: IncomingMessage) {
  const [path = '', query = ''] = (req.url ?? '').replace(/^https?:\/\/[^/]*/, '').split(/\?(.*)/s)
  const pairs = query.split('&')
  return {
    method: req.method ?? '',
    host: req.headers.host ?? '',
    path,
    query: pairs.filter(pair => !pair.startsWith('_signature=')).join('&'),
    // Base64 may come with a raw `+`, which a form would read as a blank.
    signature: (decodeForm(query).fields.get('_signature') ?? '').replaceAll(' ', '+'),
  }
}

const names: Record<string, string> = { identity: '_p', timestamp: '_t', event: '_n', alias: '_n' }

function toItem(item: unknown, key: string): Item {
  const fields = new Map([
    ['_k', key],
    ['_d', '1'],
  ])
  if (!isRecord(item)) return { kind: 'event', fields, bad: 'malformed' }
  const kind = 'alias' in item ? 'alias' : 'event'
  for (const [name, value] of Object.entries(item)) {
    const text = asText(value)
    if (name.startsWith('_') || text === undefined || (name === 'event' && kind === 'alias')) continue
    fields.set(Object.hasOwn(names, name) ? (names[name] as string) : name, text)
  }
  return { kind, fields }
}

import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Site } from '../sites'
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
export async function signedDoor(intake: Intake, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const sender = { ...intake.senderOf(req), signed: true }
  const key = String(req.headers['x-km-apikey'] ?? '')
  const site = intake.byKey(key)?.site
  const body = req.method === 'POST' ? await readBody(req, maxBatchBytes) : 'method'
  const items = typeof body === 'string' ? body : signedItems(body, key, req, site)
  if (typeof items === 'string') refuseAll(intake, items, sender, res, site?.id)
  else await takeAll(intake, items, sender, res)
}

function signedItems(body: Buffer, key: string, req: IncomingMessage, site?: Site): Item[] | DropReason {
  if (!site) return key ? 'unknown-key' : 'missing-key'
  return isSigned(signedPartOf(req), site.secret) ? itemsOf(body, key) : 'bad-signature'
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

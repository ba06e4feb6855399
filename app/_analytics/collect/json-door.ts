import type { IncomingMessage, ServerResponse } from 'node:http'
import { asText, type Item, isRecord, maxBatchBytes, maxHits, parseJson, refuseAll, takeAll } from './batch'
import { readBody } from './body'
import { decodeForm } from './decode'
import type { DropReason } from './draft'
import type { Intake } from './intake'

/**
 * `POST /c?_k=KEY`: a JSON array of up to 500 hits, or `{ "_k": KEY, "hits": [...] }`. A hit carries the keys of
 * the wire (`_p`, `_n`, `_t`, `_d`, `_i`, …) and its properties; `_p2` makes it an alias of `_p`, and one with
 * neither `_n` nor `_p2` is a property set. Answers one result a hit.
 */
export async function jsonDoor(
  intake: Intake,
  query: string,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const sender = intake.senderOf(req)
  const body = req.method === 'POST' ? await readBody(req, maxBatchBytes) : 'method'
  const items = typeof body === 'string' ? body : itemsOf(body, query)
  if (typeof items === 'string') refuseAll(intake, items, sender, res)
  else await takeAll(intake, items, sender, res)
}

function itemsOf(body: Buffer, query: string): Item[] | DropReason {
  const parsed = parseJson(body)
  if ('bad' in parsed) return parsed.bad
  const { value } = parsed
  const hits = isRecord(value) ? value.hits : value
  if (!Array.isArray(hits)) return 'malformed'
  if (hits.length > maxHits) return 'too-many'
  const key = (isRecord(value) && asText(value._k)) || decodeForm(query).fields.get('_k') || ''
  return hits.map(hit => toItem(hit, key))
}

function toItem(hit: unknown, key: string): Item {
  const fields = new Map([['_k', key]])
  if (!isRecord(hit)) return { kind: 'event', fields, bad: 'malformed' }
  for (const [name, value] of Object.entries(hit)) {
    const text = asText(value)
    if (text !== undefined) fields.set(asText(name) ?? '', text)
  }
  const kind = fields.has('_p2') ? 'alias' : 'event'
  if (kind === 'alias') fields.set('_n', fields.get('_p2') ?? '')
  return { kind, fields }
}

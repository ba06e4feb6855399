import type { ServerResponse } from 'node:http'
import { sendJson } from './answer'
import { decodeBytes } from './decode'
import type { DropReason, HitKind, Sender } from './draft'
import type { Intake } from './intake'

/** Hits in one request at most. */
export const maxHits = 500
/** Bytes of a JSON body. */
export const maxBatchBytes = 1024 * 1024

export type Item = { kind: HitKind; fields: Map<string, string>; bad?: DropReason }
type Result = { stored: true } | { stored: false; reason: DropReason }

/**
 * Takes hits in and answers one result each, in their order.
 * @throws AppError 'unavailable' when any of them could not be made durable; all may be sent again
 */
export async function takeAll(
  intake: Intake,
  items: Item[],
  sender: Sender,
  res: ServerResponse,
): Promise<void> {
  const reasons = await Promise.all(
    items.map(({ kind, fields, bad }) => intake.take(kind, fields, sender, bad)),
  )
  const results = reasons.map((reason): Result => (reason ? { stored: false, reason } : { stored: true }))
  const dropped = reasons.filter(Boolean)
  const counts = { stored: results.length - dropped.length, dropped: dropped.length }
  sendJson(res, { ...counts, results }, dropped[0])
}

/** Answers a request that could not be taken apart into hits. */
export function refuseAll(
  intake: Intake,
  reason: DropReason,
  sender: Sender,
  res: ServerResponse,
  siteId = '',
): void {
  intake.refuse(sender, reason, siteId)
  sendJson(res, { stored: 0, dropped: 0, results: [], reason }, reason)
}

/** The value of a JSON body. */
export function parseJson(body: Buffer): { value: unknown } | { bad: DropReason } {
  const text = decodeBytes(body)
  if (text === undefined) return { bad: 'charset' }
  try {
    return { value: JSON.parse(text) }
  } catch {
    return { bad: 'malformed' }
  }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * A JSON value as the wire's text: null is empty, an array is joined by commas, an object is no value
 * (kissmetrics.md, 1.4). Half of a surrogate pair, which no UTF-8 can hold, becomes U+FFFD.
 */
export function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value.replace(halfPair, '\ufffd')
  if (value === null) return ''
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (!Array.isArray(value)) return undefined
  return value.flatMap(one => (Array.isArray(one) ? [] : (asText(one) ?? []))).join(',')
}

/** Half of a surrogate pair without the other half. */
export const halfPair = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

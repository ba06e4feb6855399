import type { ServerResponse } from 'node:http'
import { AppError } from '@/_platform/errors'
import { log } from '@/_platform/log'
import type { DropReason } from './draft'

/** The smallest transparent GIF: 1×1, 43 bytes. */
export const gif = Buffer.from('R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64')

/** As text it leaves in one write with the headers, which as bytes it would not. */
const gifText = gif.toString('latin1')

/**
 * On every answer: not to be kept by any cache and without a validator (promise K2), and usable as an image in
 * any page. No cookie, ever.
 */
const everywhere = ['Cache-Control', 'no-store', 'Cross-Origin-Resource-Policy', 'cross-origin']

/**
 * Lets scripts of any page read the answer: it says nothing but whether the hit was stored. The origin is named
 * where there is one, because the tracker sends with credentials, so that the opt-out cookie comes along.
 */
function allowed({ req }: ServerResponse): string[] {
  const { origin } = req.headers
  if (!origin) return anyOrigin
  return ['Access-Control-Allow-Origin', origin, 'Access-Control-Allow-Credentials', 'true']
}

const anyOrigin = ['Access-Control-Allow-Origin', '*']

const image = [...everywhere, 'Content-Type', 'image/gif', 'Content-Length', `${gif.length}`]

const dropped = (reason: DropReason) => [
  'X-Firsthand-Dropped',
  reason,
  'Access-Control-Expose-Headers',
  'X-Firsthand-Dropped',
]

/** 200 and the image, whether stored or dropped: nobody's page breaks (kissmetrics.md, 1.6). */
export function sendImage(res: ServerResponse, reason?: DropReason): void {
  res.writeHead(200, [...image, ...allowed(res), ...(reason ? dropped(reason) : [])]).end(gifText, 'latin1')
}

/** The same answer in raw HTTP, for a request that Node could not parse. */
export function brokenAnswer(reason: DropReason): Buffer {
  const lines = ['HTTP/1.1 200 OK', 'Connection: close']
  const headers = [...image, ...anyOrigin, ...dropped(reason)]
  for (let i = 0; i < headers.length; i += 2) lines.push(`${headers[i]}: ${headers[i + 1]}`)
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), gif])
}

export function sendJson(res: ServerResponse, body: unknown, reason?: DropReason): void {
  const text = JSON.stringify(body)
  res
    .writeHead(200, [
      ...everywhere,
      ...allowed(res),
      ...(reason ? dropped(reason) : []),
      'Content-Type',
      'application/json',
      'Content-Length',
      `${Buffer.byteLength(text)}`,
    ])
    .end(text)
}

/** The one honest failure: the hit could not be made durable, and the sender should try again. */
export function sendFailure(res: ServerResponse, error: unknown): void {
  if (!(error instanceof AppError)) log.error({ err: error }, 'a hit could not be stored')
  if (res.headersSent) res.destroy()
  else res.writeHead(503, [...everywhere, ...allowed(res), 'Retry-After', '1', 'Content-Length', '0']).end()
}

/** Allows any page to send what our own tracker and JSON senders send. */
export function sendPreflight(res: ServerResponse): void {
  res
    .writeHead(204, [
      ...everywhere,
      ...allowed(res),
      'Access-Control-Allow-Methods',
      'GET, POST, HEAD, OPTIONS',
      'Access-Control-Allow-Headers',
      'Authorization, Content-Type',
      'Access-Control-Max-Age',
      '86400',
    ])
    .end()
}

import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** A body kept in memory with its compressed forms, made once. */
export type Stored = { raw: Buffer; br?: Buffer; gzip?: Buffer; etag: string; type: string }

const brotli = promisify(brotliCompress)
const gz = promisify(gzip)
const compressible = /^(text\/|application\/(javascript|json|xml|manifest\+json|.*\+xml)|image\/svg\+xml)/

/** Compresses text in both forms on zlib's own threads; what is compressed already stays as it is. */
export async function store(raw: Buffer, type: string, quality = 9): Promise<Stored> {
  const etag = `"${createHash('sha256').update(raw).digest('base64url').slice(0, 22)}"`
  if (!compressible.test(type) || raw.length < 200) return { raw, etag, type }
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length }
  const [br, gzipped] = await Promise.all([brotli(raw, { params }), gz(raw, { level: 9 })])
  return { raw, br, gzip: gzipped, etag, type }
}

/** Answers GET or HEAD with the form the caller accepts, or 304 where it has this one already. */
export function sendStored(
  req: IncomingMessage,
  res: ServerResponse,
  body: Stored,
  status = 200,
  headers: [string, string][] = [],
): void {
  for (const [name, value] of headers) res.setHeader(name, value)
  res.setHeader('ETag', body.etag)
  res.setHeader('Vary', 'Accept-Encoding')
  if (status === 200 && req.headers['if-none-match']?.includes(body.etag)) {
    res.writeHead(304).end()
    return
  }
  const accepts = String(req.headers['accept-encoding'] ?? '')
  const form =
    body.br && /\bbr\b/.test(accepts) ? 'br' : body.gzip && /\bgzip\b/.test(accepts) ? 'gzip' : undefined
  const bytes = form ? body[form]! : body.raw
  if (form) res.setHeader('Content-Encoding', form)
  res.writeHead(status, { 'Content-Type': body.type, 'Content-Length': bytes.length })
  res.end(req.method === 'HEAD' ? undefined : bytes)
}

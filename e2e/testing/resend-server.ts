import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Delivered = {
  id: string
  to: string[]
  subject: string
  html: string
  text: string
  headers: Record<string, string>
}

/** What the next requests meet: an HTTP status, or an accepted message whose answer never comes. */
export type Fault = { status: number; retryAfter?: number } | 'accept-and-hang-up'

/**
 * Speaks the part of Resend's API that sends mail, as documented: bearer key, `Idempotency-Key` that answers a
 * repetition with the first answer, errors as `{ name, message, statusCode }`.
 */
export async function startResendServer(key = 're_test') {
  const delivered: Delivered[] = []
  const seen = new Map<string, string>()
  const faults: Fault[] = []
  const server = createServer((req, res) => {
    let text = ''
    req.on('data', chunk => {
      text += chunk
    })
    req.on('end', () => {
      const answer = (status: number, body: object, headers = {}) =>
        res.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body))
      const refuse = (status: number, name: string, headers = {}) =>
        answer(status, { statusCode: status, name, message: name }, headers)
      if (req.headers.authorization !== `Bearer ${key}`) return refuse(401, 'invalid_api_key')
      if (req.method !== 'POST' || req.url !== '/emails') return refuse(404, 'not_found')
      const fault = faults.shift()
      if (typeof fault === 'object')
        return refuse(
          fault.status,
          fault.status === 429
            ? 'rate_limit_exceeded'
            : fault.status === 422
              ? 'validation_error'
              : 'internal_server_error',
          fault.retryAfter ? { 'Retry-After': fault.retryAfter } : {},
        )
      const idempotency = String(req.headers['idempotency-key'])
      let id = seen.get(idempotency)
      if (!id) {
        id = crypto.randomUUID()
        seen.set(idempotency, id)
        const { to, ...message } = JSON.parse(text)
        delivered.push({ id, ...message, to: [to].flat() })
      }
      if (fault === 'accept-and-hang-up') return req.socket.destroy()
      answer(200, { id })
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, key, delivered, faults, close: () => server.close() }
}

import type { IncomingMessage, RequestListener } from 'node:http'
import inject from 'light-my-request'

export type Rendered = { status: number; headers: Record<string, string | string[]>; body: Buffer }

export type Render = (request: {
  method: string
  url: string
  headers: Record<string, string | string[] | undefined>
  body?: IncomingMessage
}) => Promise<Rendered>

/** Asks a request handler (Next's) for a whole answer in memory, without a socket. */
export const renderThrough =
  (handle: RequestListener): Render =>
  async ({ method, url, headers, body }) => {
    const answer = await inject(handle, {
      method: method as 'GET',
      url,
      headers,
      authority: String(headers.host ?? 'localhost'),
      payload: body,
    })
    const { 'transfer-encoding': _chunked, connection: _connection, ...rest } = answer.headers
    return { status: answer.statusCode, headers: rest as Rendered['headers'], body: answer.rawPayload }
  }

import type { ServerOptions } from 'node:http'
import type { Duplex } from 'node:stream'
import { brokenAnswer } from './answer'
import type { DropReason } from './draft'

/**
 * What the HTTP server in front of the collector needs: a query well beyond the 64 kB that are taken still
 * reaches the collector, so that it is answered like any other hit, and a sender that is slow or half-open is
 * let go (ms).
 */
export const collectingServer = {
  maxHeaderSize: 256 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 5_000,
} satisfies ServerOptions

const trackingRequest = /^(?:GET|POST|HEAD) (?:https?:\/\/[^/ ]+)?\/[esac]\/?[? ]/i

const statuses: Record<string, string> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

/**
 * The server's `clientError` listener: a hit that is no HTTP (raw bytes or control characters in its query) is
 * answered and counted like any other dropped hit; anything else as Node does it.
 * @param count gets the reason of a dropped hit
 */
export function answerBroken(
  error: Error & { code?: string; rawPacket?: Buffer },
  socket: Duplex,
  count: (reason: DropReason) => void,
): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
  } else if (error.rawPacket && trackingRequest.test(error.rawPacket.toString('latin1', 0, 200))) {
    count('malformed')
    socket.end(brokenAnswer('malformed'))
  } else {
    const status = statuses[error.code ?? ''] ?? '400 Bad Request'
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`)
  }
}

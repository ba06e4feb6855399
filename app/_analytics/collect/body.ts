import type { IncomingMessage } from 'node:http'
import type { DropReason } from './draft'

/** Beyond its limit a body is read to its end and thrown away, so that its sender can read the answer; up to here. */
const patience = 8 * 1024 * 1024

/**
 * Reads a whole body into memory.
 * @param limit bytes
 * @param done gets the body, or why there is none: 'too-large', or 'aborted' when the sender left half-way
 */
export function readBody(
  req: IncomingMessage,
  limit: number,
  done: (body: Buffer | undefined, drop?: DropReason) => void,
): void {
  const chunks: Buffer[] = []
  let size = 0
  let ended = false
  const finish = (body: Buffer | undefined, drop?: DropReason) => {
    if (ended) return
    ended = true
    done(body, drop)
  }
  req.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size <= limit) chunks.push(chunk)
    else chunks.length = 0
    if (size > patience) {
      finish(undefined, 'too-large')
      req.destroy()
    }
  })
  req.on('end', () => {
    if (size > limit) finish(undefined, 'too-large')
    else finish(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks, size))
  })
  req.on('error', () => finish(undefined, 'aborted'))
  req.on('close', () => finish(undefined, 'aborted'))
}

import type { IncomingMessage } from 'node:http'
import type { DropReason } from './draft'

/** Beyond its limit a body is read to its end and thrown away, so that its sender can read the answer; up to here. */
const patience = 8 * 1024 * 1024

/**
 * Reads a whole body into memory.
 * @param limit bytes
 * @returns the body, or why there is none: 'too-large', or 'aborted' when the sender left half-way
 */
export function readBody(req: IncomingMessage, limit: number): Promise<Buffer | DropReason> {
  return new Promise(resolve => {
    const chunks: Buffer[] = []
    let size = 0
    req.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= limit) chunks.push(chunk)
      else chunks.length = 0
      if (size > patience) {
        resolve('too-large')
        req.destroy()
      }
    })
    req.on('end', () => resolve(size > limit ? 'too-large' : Buffer.concat(chunks, size)))
    req.on('error', () => resolve('aborted'))
    req.on('close', () => resolve('aborted'))
  })
}

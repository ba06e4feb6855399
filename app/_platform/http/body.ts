import { AppError } from '../errors'

/**
 * The raw body as text, and not a byte more than allowed, whatever its headers say.
 * @throws AppError 'too_large'; 'invalid' when it broke off
 */
export async function readText(request: Request, mostBytes: number): Promise<string> {
  const pieces: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  while (reader) {
    const { value, done } = await reader.read().catch(() => {
      throw new AppError('invalid', 'The body broke off.')
    })
    if (done) break
    size += value.length
    if (size > mostBytes) {
      await reader.cancel()
      throw new AppError('too_large', `A body has at most ${mostBytes} bytes here.`)
    }
    pieces.push(value)
  }
  return Buffer.concat(pieces).toString('utf8')
}

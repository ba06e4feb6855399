import { createHmac, timingSafeEqual } from 'node:crypto'
import { minute, second } from '@/_platform/clock'
import { AppError } from '@/_platform/errors'

/** A message whose time is further from ours is refused: it may be an old one, sent again by somebody else. */
const tolerance = 5 * minute

/**
 * Checks a webhook as Svix signs it (https://docs.svix.com/receiving/verifying-payloads/how-manual): base64
 * HMAC-SHA-256 over `id.timestamp.body`, keyed with what follows `whsec_`; while a secret is being changed the
 * header holds several signatures.
 * @param body the raw body: parsed and written again it may differ
 * @param now Unix ms
 * @returns the message's id
 * @throws AppError 'invalid'
 */
export function assertSigned(
  headers: Pick<Headers, 'get'>,
  body: string,
  secret: string,
  now: number,
): string {
  const id = headers.get('svix-id') ?? ''
  const at = headers.get('svix-timestamp') ?? ''
  const given = headers.get('svix-signature') ?? ''
  if (!/^[\w.-]{1,200}$/.test(id) || !/^\d{1,12}$/.test(at) || given.length > 2000) throw refused()
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const wanted = createHmac('sha256', key).update(`${id}.${at}.${body}`).digest()
  const signed = given.split(' ').some(one => {
    const [version, signature = ''] = one.split(',')
    const bytes = Buffer.from(signature, 'base64')
    return version === 'v1' && bytes.length === wanted.length && timingSafeEqual(bytes, wanted)
  })
  if (!signed || Math.abs(now - Number(at) * second) > tolerance) throw refused()
  return id
}

const refused = () => new AppError('invalid', 'This message is not signed as it should be, or too old.')

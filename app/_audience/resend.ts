import { Resend } from 'resend'
import { second } from '@/_platform/clock'
import { refusesProvider } from '@/_privacy/requests/refusals.data'
import { addressHash } from './address'
import { type Transport, TransportError } from './transport'

/** Refusals that the same message would meet again. */
const final = new Set([
  'validation_error',
  'invalid_from_address',
  'invalid_parameter',
  'missing_required_field',
  'invalid_attachment',
])

/** Sends through Resend. Its idempotency keys live 24 hours: the outbox gives up before that. */
export function resendTransport(options: { key: string; baseUrl?: string }): Transport {
  const resend = new Resend(options.key, { baseUrl: options.baseUrl })
  return async ({ id, attachments, ...message }) => {
    if (await refusesProvider(addressHash(message.to), 'Resend'))
      throw new TransportError('whom it is for has refused this provider', false)
    const files = attachments.map(({ name, type, content }) => ({
      filename: name,
      contentType: type,
      content: Buffer.from(content).toString('base64'),
    }))
    const { data, error, headers } = await resend.emails.send(
      { ...message, ...(files.length > 0 && { attachments: files }) },
      { idempotencyKey: id },
    )
    if (data) return { providerId: data.id }
    // It has taken a message under this id before, whose answer never reached us.
    if (error.name === 'invalid_idempotent_request') return { providerId: `taken:${id}` }
    const wait = Number(headers?.['retry-after']) * second || undefined
    throw new TransportError(`${error.name}: ${error.message}`, !final.has(error.name), wait)
  }
}

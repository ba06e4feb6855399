import type { Clock } from '@/_platform/clock'
import { log } from '@/_platform/log'
import { poll } from '@/_platform/poll'
import { claimDue, markFailed, markSent, markSuppressed } from './outbox.data'
import { renderMail } from './render'
import { wants } from './subscribers.data'
import { isSuppressed } from './suppressions.data'
import { type Transport, TransportError } from './transport'

/**
 * Sends one due message; false when none is due. Suppression and subscription are asked at this moment, not when the
 * message was queued. A failure is kept with the message and tried again later.
 */
export async function deliverNext(transport: Transport, clock: Clock): Promise<boolean> {
  const message = await claimDue(clock())
  if (!message) return false
  const { toHash, scope } = message
  if ((await isSuppressed(toHash, scope, clock())) || !(await wants(toHash, scope, clock()))) {
    await markSuppressed(message.id)
    return true
  }
  try {
    const rendered = await renderMail(message)
    const { providerId } = await transport(rendered)
    await markSent(message.id, providerId, clock())
  } catch (error) {
    const failure = {
      error: error instanceof Error ? error.message : String(error),
      again: error instanceof TransportError ? error.again : true,
      wait: error instanceof TransportError ? error.wait : undefined,
    }
    await markFailed(message, failure, clock())
    log.warn(
      { mail: message.id, template: message.template, err: failure.error },
      'a mail could not be handed on',
    )
  }
  return true
}

/** Delivers what is due. @returns a function that stops it after the message at hand */
export const startDelivery = (transport: Transport, clock: Clock): (() => Promise<void>) =>
  poll('outbox', () => deliverNext(transport, clock))

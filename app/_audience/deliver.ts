import { type Clock, minute } from '@/_platform/clock'
import { log } from '@/_platform/log'
import { poll } from '@/_platform/poll'
import { claimDue, isTooLate, markFailed, markSent, markSuppressed, releaseClaims } from './outbox.data'
import { renderMail, type Writers } from './render'
import { wants } from './subscribers.data'
import { isSuppressed } from './suppressions.data'
import { type Transport, TransportError } from './transport'

type Delivery = {
  transport: Transport
  clock: Clock
  /** Of messages that no template writes. */
  writers?: Writers
  /** Called when the provider is busy; `wait` in ms. */
  busy?: (wait: number) => void
}

/**
 * Sends one due message; false when none is due. Suppression and subscription are asked at this moment, not when the
 * message was queued. A failure is kept with the message and tried again later.
 */
export async function deliverNext({ transport, clock, writers, busy }: Delivery): Promise<boolean> {
  const message = await claimDue(clock())
  if (!message) return false
  const { toHash, scope } = message
  if ((await isSuppressed(toHash, scope, clock())) || !(await wants(toHash, scope, clock()))) {
    await markSuppressed(message.id)
    return true
  }
  if (isTooLate(message.firstTriedAt, clock())) {
    await markFailed(message, { error: 'Nobody knows whether it was sent: given up.', again: false }, clock())
    return true
  }
  try {
    const rendered = await renderMail(message, writers)
    const { providerId } = await transport(rendered)
    await markSent(message.id, providerId, clock())
  } catch (error) {
    const failure = {
      error: error instanceof Error ? error.message : String(error),
      again: error instanceof TransportError ? error.again : true,
      wait: error instanceof TransportError ? error.wait : undefined,
    }
    await markFailed(message, failure, clock())
    if (failure.again && error instanceof TransportError) busy?.(failure.wait ?? minute / 30)
    log.warn(
      { mail: message.id, template: message.template, err: failure.error },
      'a mail could not be handed on',
    )
  }
  return true
}

/** The longest that one answer of the provider holds up everything else. */
const mostQuiet = minute

/**
 * Delivers what is due. When the provider is busy all mail waits, not only the message that met it: otherwise a
 * broadcast would use up the tries of every one of its messages.
 * @returns a function that stops it after the message at hand
 */
export async function startDelivery(
  transport: Transport,
  clock: Clock,
  writers: Writers,
): Promise<() => Promise<void>> {
  await releaseClaims()
  let quietUntil = 0
  const busy = (wait: number) => {
    quietUntil = clock() + Math.min(wait, mostQuiet)
  }
  return poll('outbox', async () => {
    if (clock() < quietUntil) return false
    return deliverNext({ transport, clock, writers, busy })
  })
}

import type { Db } from '@/_platform/db'
import { networkOf } from '@/_platform/http/network'
import { newId } from '@/_platform/ids'

export type ConsentKind = 'asked' | 'confirmed' | 'left' | 'changed' | 'imported'

/**
 * Keeps what a subscriber said, as proof: when, by which words, from which network. `address` is cut to its
 * network before it is stored.
 * @param now Unix ms
 */
export async function recordConsent(
  tx: Pick<Db, 'consentRecord'>,
  said: { subscriberId: string; kind: ConsentKind; subject: string; wording: string; address: string },
  now: number,
): Promise<void> {
  const { subscriberId, kind, subject, wording, address } = said
  await tx.consentRecord.create({
    data: {
      id: newId('consent'),
      subscriberId,
      at: new Date(now),
      kind,
      subject,
      wording,
      network: networkOf(address),
    },
  })
}

import type { Db } from './db'
import { newId } from './ids'

/** The client, or the transaction of the change that is written down. */
type Writer = Pick<Db, 'auditEntry'>

/**
 * Writes down who did what to which thing. Call it with the transaction that makes the change.
 * @param entry.action `site.update`, or `site.update.refused` where it was not allowed (promise D2)
 * @param entry.detail never a secret, an address or what somebody typed
 * @param now Unix ms
 */
export async function writeAudit(
  writer: Writer,
  entry: { actorId: string; accountId: string; action: string; subject: string; detail?: unknown },
  now: number,
): Promise<void> {
  const { detail = {}, ...rest } = entry
  await writer.auditEntry.create({
    data: { id: newId('audit'), at: new Date(now), detail: JSON.stringify(detail), ...rest },
  })
}

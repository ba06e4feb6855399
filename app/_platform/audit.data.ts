import type { Db } from './db'
import { newId } from './ids'

/** The client, or the transaction of the change that is written down. */
type Writer = Pick<Db, 'auditEntry'>

export type AuditNote = {
  /** The user who did it; null for what the system did by itself. */
  actorId: string | null
  /** The account whose owner may read of it; null for what concerns the deployment alone. */
  accountId: string | null
  /** `site.update`, or `site.update.refused` where it was not allowed (promise D2). */
  action: string
  /** The id of what it was done to. */
  subject: string
  /** Never a secret, an address or what somebody typed: entries outlive what they are about. */
  detail?: unknown
  /** Unix ms. */
  at: number
}

/**
 * Writes down who did what to which thing, for good: the table refuses changes and deletions. Call it with the
 * transaction that makes the change, so that neither stands without the other.
 */
export async function audit(writer: Writer, note: AuditNote): Promise<void> {
  const { at, detail = {}, ...rest } = note
  await writer.auditEntry.create({
    data: { id: newId('audit'), at: new Date(at), detail: JSON.stringify(detail), ...rest },
  })
}

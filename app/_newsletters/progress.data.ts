import { type Clock, hour, minute } from '@/_platform/clock'
import { type Db, db } from '@/_platform/db'
import { batchesOf } from './broadcast'
import { planStep, settleBatches } from './broadcasts.data'

/** Chooses the winner of a test when its time has come, and notices the end; looks again in a minute until then. */
export async function stepBroadcast(id: string, clock: Clock): Promise<void> {
  const now = clock()
  await db().$transaction(async tx => {
    const row = await tx.broadcast.findUnique({ where: { id } })
    if (row?.state !== 'sending' || !row.enqueuedAt) return
    const testOver = row.startAt!.getTime() + row.testHours * hour
    const winner = row.subjectB && !row.winner && now >= testOver ? await betterSubject(tx, id) : row.winner
    if (winner !== row.winner) {
      await tx.broadcast.update({ where: { id }, data: { winner } })
      await settleBatches(tx, { ...row, winner }, now)
    }
    if (await isUnderWay(tx, id)) return planStep(tx, id, now + minute, now)
    await tx.broadcast.update({ where: { id }, data: { state: 'sent', finishedAt: new Date(now) } })
    await settleBatches(tx, { ...row, state: 'sent' }, now)
  })
}

async function isUnderWay(tx: Pick<Db, 'outboxMessage'>, id: string): Promise<boolean> {
  const batch = { in: Object.values(batchesOf(id)) }
  const open = await tx.outboxMessage.findFirst({
    where: { batch, state: { in: ['waiting', 'sending'] } },
    select: { id: true },
  })
  return open !== null
}

/** Of the messages sent with a subject, the share in which a link was pressed; equal shares leave the first subject. */
async function betterSubject(tx: Pick<Db, 'outboxMessage'>, id: string): Promise<'a' | 'b'> {
  const { first } = batchesOf(id)
  const share = async (variant: string) => {
    const of = { batch: first, variant, state: 'sent' }
    const [sent, pressed] = await Promise.all([
      tx.outboxMessage.count({ where: of }),
      tx.outboxMessage.count({ where: { ...of, touches: { some: { kind: 'clicked' } } } }),
    ])
    return sent ? pressed / sent : 0
  }
  return (await share('b')) > (await share('a')) ? 'b' : 'a'
}

import { tearDownSite } from '@/_analytics/ownership/tear-down.data'
import { queueMail } from '@/_audience/outbox.data'
import { endCustomerJob } from '@/_billing/end-customer'
import { audit } from '@/_platform/audit.data'
import { db } from '@/_platform/db'
import { enqueue } from '@/_platform/jobs.data'

/**
 * Deletes an account for good, in this order: its sites with their files, its plan at Stripe, its invitations and members,
 * the account itself; then the users who belonged to nothing else, with their sessions and ways to sign in, and what mail still
 * waited for them. Last, each of them is told by mail. The audit log stays; it names nobody.
 * @param now Unix ms
 */
export async function tearDownAccount(accountId: string, now: number): Promise<void> {
  const account = await db().account.findUnique({
    where: { id: accountId },
    include: { sites: { select: { id: true } }, members: { include: { user: true } } },
  })
  if (!account) return
  for (const site of account.sites) await tearDownSite(site.id, now)
  const people = account.members.filter(member => !member.user.staff).map(member => member.user)
  await db().$transaction(async tx => {
    const billing = await tx.billing.findUnique({ where: { accountId }, select: { customerId: true } })
    if (billing?.customerId)
      await enqueue(tx, {
        kind: endCustomerJob,
        key: `${endCustomerJob}:${billing.customerId}`,
        payload: { customer: billing.customerId },
        runAt: now,
        now,
      })
    await tx.account.delete({ where: { id: accountId } })
    await audit(tx, { actorId: null, accountId, action: 'account.deleted', subject: accountId, at: now })
    for (const { id, email } of people) {
      if (await tx.member.count({ where: { userId: id } })) continue
      await tx.user.delete({ where: { id } })
      await tx.outboxMessage.deleteMany({ where: { to: email, state: 'waiting' } })
      const props = { account: account.name, sites: account.sites.length, at: now }
      await queueMail(
        tx,
        { template: 'account-deleted', to: email, props, key: `deleted:${accountId}:${id}` },
        now,
      )
    }
  })
}

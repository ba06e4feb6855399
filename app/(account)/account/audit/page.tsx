import type { Metadata } from 'next'
import { AuditLines } from '@/_accounts/audit-lines'
import { auditOf } from '@/_accounts/audit-log.data'
import { orRefused } from '../../refusals'
import { accountHere, type Query } from '../account-here'
import { OtherAccounts } from '../other-accounts'

export const metadata: Metadata = { title: 'Log' }

export default async function AuditPage({ searchParams }: { searchParams: Query }) {
  const { who, account, others } = await accountHere('/account/audit', searchParams)
  const { before } = await searchParams
  const page = await orRefused(
    auditOf(who, account.accountId, typeof before === 'string' ? before : undefined),
  )
  return (
    <div>
      <h1 className="text-[2.25rem]">Log of {account.name}</h1>
      <p className="mt-1 mb-6 max-w-[60ch] text-soft">
        Who did what, and what was refused. Nothing in it can be changed or taken out. Only owners see it.
      </p>
      <OtherAccounts path="/account/audit" others={others} />
      <AuditLines
        page={page}
        older={id => `/account/audit?${new URLSearchParams({ account: account.accountId, before: id })}`}
      />
    </div>
  )
}

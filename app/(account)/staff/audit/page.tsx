import type { Metadata } from 'next'
import { AuditLines } from '@/_accounts/audit-lines'
import { auditOfAll } from '@/_accounts/audit-log.data'
import { viewer } from '@/_accounts/session'
import { PageHead } from '@/_ui/page-head'
import { orRefused } from '../../refusals'

export const metadata: Metadata = { title: 'Audit log' }

export default async function StaffAudit({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { before } = await searchParams
  const page = await orRefused(auditOfAll(await viewer(), typeof before === 'string' ? before : undefined))
  return (
    <div>
      <PageHead title="Audit log">Who did what in this deployment, and what was refused.</PageHead>
      <AuditLines page={page} older={id => `/staff/audit?before=${id}`} />
    </div>
  )
}

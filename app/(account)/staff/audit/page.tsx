import type { Metadata } from 'next'
import { AuditLines } from '@/_accounts/audit-lines'
import { auditOfAll } from '@/_accounts/audit-log.data'
import { viewer } from '@/_accounts/session'
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
      <h1 className="mb-6 text-[2.25rem]">Audit log</h1>
      <AuditLines page={page} older={id => `/staff/audit?before=${id}`} />
    </div>
  )
}

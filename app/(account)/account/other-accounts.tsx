import Link from 'next/link'
import type { AccountOf } from '@/_accounts/which-account.data'

/** Leads to the same page of the viewer's other accounts, where there are any. */
export function OtherAccounts({ path, others }: { path: string; others: AccountOf[] }) {
  if (others.length === 0) return null
  return (
    <p className="mt-2 text-[0.9375rem] text-soft">
      Also:{' '}
      {others.map(({ accountId, name }, at) => (
        <span key={accountId}>
          {at > 0 && ', '}
          <Link href={`${path}?account=${accountId}`} className="link">
            {name}
          </Link>
        </span>
      ))}
    </p>
  )
}

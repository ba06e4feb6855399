import { permanentRedirect } from 'next/navigation'
import type { Query } from '../account-here'

/** Where mails of earlier days lead. */
export default async function PlanPage({ searchParams }: { searchParams: Query }) {
  const { account } = await searchParams
  permanentRedirect(
    typeof account === 'string'
      ? `/account/billing?account=${encodeURIComponent(account)}`
      : '/account/billing',
  )
}

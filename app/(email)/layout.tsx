import type { Metadata } from 'next'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { SiteFrame } from '@/_ui/site-frame'
import { primaryAction } from '@/primary-action'

/** Pages that mail links to: their addresses carry tokens, so nothing counts, indexes or passes them on. */
export const metadata: Metadata = { robots: { index: false }, referrer: 'same-origin' }

export default async function EmailLayout({ children }: { children: ReactNode }) {
  await connection()
  return <SiteFrame action={primaryAction}>{children}</SiteFrame>
}

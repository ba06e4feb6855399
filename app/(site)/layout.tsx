import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { ownSiteKey } from '@/_analytics/reports/own-site'
import { env } from '@/_platform/env'
import { PolicyBanner } from '@/_privacy/policy-banner'
import { SiteFrame } from '@/_ui/site-frame'
import { primaryAction } from '@/primary-action'
import { Tracked } from './tracked'

export default async function SiteLayout({ children }: { children: ReactNode }) {
  await connection()
  const key = await ownSiteKey()
  return (
    <>
      <SiteFrame action={primaryAction} above={<PolicyBanner />}>
        {children}
      </SiteFrame>
      {key && <Tracked siteKey={key} origin={env.SITE_URL} />}
    </>
  )
}

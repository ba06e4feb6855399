import type { ReactNode } from 'react'
import type { NavLink } from './nav'
import { SiteFooter } from './site-footer'
import { SiteHeader } from './site-header'
import { SkipLink } from './skip-link'

/**
 * Header, main and footer of every public page. `action` is the one thing that they ask for; `above` is what has to be
 * said on all of them.
 */
export function SiteFrame({
  action,
  above,
  children,
}: {
  action: NavLink
  above?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      {above}
      <SiteHeader action={action} />
      <main id="main" tabIndex={-1} className="flex-1">
        {children}
      </main>
      <SiteFooter />
    </div>
  )
}

import type { ReactNode } from 'react'
import type { NavLink } from './nav'
import { SiteFooter } from './site-footer'
import { SiteHeader } from './site-header'
import { SkipLink } from './skip-link'

/** Header, main and footer of every public page. `action` is the one thing that they ask for. */
export function SiteFrame({ action, children }: { action: NavLink; children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <SiteHeader action={action} />
      <main id="main" tabIndex={-1} className="flex-1">
        {children}
      </main>
      <SiteFooter />
    </div>
  )
}

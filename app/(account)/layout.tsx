import type { Metadata } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { viewer } from '@/_accounts/session'
import { PolicyNotices } from '@/_privacy/policy-notices'
import { Logo } from '@/_ui/logo'
import { SkipLink } from '@/_ui/skip-link'
import { ThemeChoice } from '@/_ui/theme-choice'
import { TrialBanner } from './trial-banner'

export const metadata: Metadata = { robots: { index: false } }

const headerLink = 'inline-flex min-h-11 items-center text-[0.9375rem] text-ink hover:text-signal'

export default async function AccountLayout({ children }: { children: ReactNode }) {
  const who = await viewer()
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="border-b border-rule">
        <div className="shell flex min-h-16 flex-wrap items-center justify-between gap-x-6">
          <Link href={who ? '/sites' : '/'} className="flex min-h-11 items-center">
            <Logo />
          </Link>
          {who && (
            <nav aria-label="Account" className="flex items-center gap-x-5">
              <Link href="/sites" className={headerLink}>
                Sites
              </Link>
              {who.staff && (
                <Link href="/staff" className={headerLink}>
                  Staff
                </Link>
              )}
              <Link href="/account" className={headerLink}>
                Account
              </Link>
              <form method="post" action="/api/auth/signout">
                <button type="submit" className={`${headerLink} cursor-pointer`} title={who.email}>
                  Sign out
                </button>
              </form>
            </nav>
          )}
        </div>
      </header>
      {who && <TrialBanner viewer={who} />}
      <main id="main" tabIndex={-1} className="flex-1">
        {who && <PolicyNotices viewer={who} />}
        {children}
      </main>
      <footer className="border-t border-rule">
        <div className="shell flex flex-wrap items-end justify-between gap-6 py-6 text-sm text-soft">
          <p>
            <Link href="/" className="link">
              Public site
            </Link>
            {who && <span className="ml-4">Signed in as {who.name || who.email}</span>}
          </p>
          <ThemeChoice />
        </div>
      </footer>
    </div>
  )
}

import type { ReactNode } from 'react'
import { Tabs } from '@/_ui/tabs'

const links = [
  { href: '/account', text: 'You' },
  { href: '/account/security', text: 'Sign-in' },
  { href: '/account/members', text: 'Members' },
  { href: '/account/audit', text: 'Log' },
  { href: '/account/billing', text: 'Plan' },
  { href: '/account/data', text: 'Your data' },
]

export default function AccountPages({ children }: { children: ReactNode }) {
  return (
    <div className="shell pb-20">
      <div className="mt-6 mb-8">
        <Tabs label="Your account" links={links} />
      </div>
      {children}
    </div>
  )
}

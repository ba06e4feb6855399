import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { viewer } from '@/_accounts/session'
import { StaffNav } from './staff-nav'

export const metadata: Metadata = { robots: { index: false } }

/** The frame of the staff console. Each page asks for itself who is looking: this only draws the way about. */
export default async function StaffLayout({ children }: { children: ReactNode }) {
  if (!(await viewer())?.staff) return children
  return (
    <div className="shell gap-x-10 pb-20 lg:grid lg:grid-cols-[12rem_minmax(0,1fr)]">
      <div>
        <StaffNav />
      </div>
      <div className="min-w-0">{children}</div>
    </div>
  )
}

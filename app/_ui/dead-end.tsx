import type { ReactNode } from 'react'
import { Mark } from './logo'

/** A page that could not be shown: what happened, and ways on. */
export function DeadEnd({ title, children, ways }: { title: string; children: ReactNode; ways: ReactNode }) {
  return (
    <div className="shell py-16 sm:py-24">
      <Mark className="h-20 w-20 rotate-90" />
      <h1 className="mt-6 max-w-[18ch] text-[2.5rem] sm:text-[3.25rem]">{title}</h1>
      <div className="mt-4 max-w-[56ch] text-lg text-soft">{children}</div>
      <div className="mt-8 flex flex-wrap items-center gap-x-6 gap-y-2">{ways}</div>
    </div>
  )
}

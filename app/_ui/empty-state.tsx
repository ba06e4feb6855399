import type { ReactNode } from 'react'
import { Mark } from './logo'

/** Nothing here yet: says why, and what to do next. `action` is one button or link. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string
  children: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="rounded-md border border-dashed border-edge px-6 py-10">
      <Mark className="h-9 w-9" />
      <h2 className="mt-3 text-2xl">{title}</h2>
      <div className="mt-2 max-w-[56ch] text-soft">{children}</div>
      {action && <div className="mt-5">{action}</div>}
    </div>
  )
}

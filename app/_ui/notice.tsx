import type { ReactNode } from 'react'

const looks = {
  plain: 'border-rule bg-sheet',
  good: 'border-good bg-sheet',
  bad: 'border-bad bg-bad-wash',
} as const

/** Something to know. `good` and `bad` are said by screen readers at once; a bad one says what was kept and what to do. */
export function Notice({
  title,
  kind = 'plain',
  children,
}: {
  title?: string
  kind?: keyof typeof looks
  children?: ReactNode
}) {
  const role = kind === 'bad' ? 'alert' : kind === 'good' ? 'status' : undefined
  return (
    <div role={role} className={`rounded-md border px-4 py-3 ${looks[kind]}`}>
      {title && <p className="font-semibold">{title}</p>}
      {children && <div className={title ? 'mt-1' : ''}>{children}</div>}
    </div>
  )
}

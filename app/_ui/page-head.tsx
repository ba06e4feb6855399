import type { ReactNode } from 'react'

/** A page's title with, where it helps, what stands above it and one paragraph that says what it is for. */
export function PageHead({
  above,
  title,
  children,
}: {
  above?: ReactNode
  title: ReactNode
  children?: ReactNode
}) {
  return (
    <div className="pt-10 pb-8 sm:pt-14">
      {above && <div className="mb-3">{above}</div>}
      <h1 className="max-w-[24ch] text-[2.25rem] leading-[1.08] sm:text-[3rem]">{title}</h1>
      {children && <div className="mt-4 max-w-[60ch] text-lg text-soft">{children}</div>}
    </div>
  )
}

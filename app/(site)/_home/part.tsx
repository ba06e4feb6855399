import type { ReactNode } from 'react'

/** One part of the home page: what it is about in the margin, the matter itself beside it. */
export function Part({
  id,
  title,
  lead,
  children,
}: {
  id: string
  title: string
  lead?: ReactNode
  children: ReactNode
}) {
  return (
    <section aria-labelledby={id} className="shell">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-6 border-t border-rule py-14 sm:py-20 lg:grid-cols-[minmax(0,1fr)_minmax(0,2.4fr)]">
        <div>
          <h2 id={id} className="scroll-mt-6 text-[1.75rem] sm:text-[2rem]">
            {title}
          </h2>
          {lead && <div className="mt-3 max-w-[40ch] text-soft">{lead}</div>}
        </div>
        <div>{children}</div>
      </div>
    </section>
  )
}

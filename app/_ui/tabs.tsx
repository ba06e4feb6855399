import type { NavLink } from './nav'
import { NavLinks } from './nav-links'

/** The pages of one thing, side by side. */
export function Tabs({ label, links }: { label: string; links: NavLink[] }) {
  return (
    <nav aria-label={label} className="border-b border-rule">
      <ul className="-mb-px flex flex-wrap gap-x-6">
        <NavLinks
          links={links}
          className="inline-flex min-h-11 items-center border-b-2 border-transparent text-ink hover:text-signal aria-[current]:border-signal aria-[current]:font-semibold"
        />
      </ul>
    </nav>
  )
}

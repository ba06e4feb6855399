import Link from 'next/link'
import type { NavLink } from './nav'

/** The way down to this page; the page itself is the last and no link. */
export function Breadcrumbs({ above, here }: { above: NavLink[]; here: string }) {
  return (
    <nav aria-label="Breadcrumbs" className="text-[0.9375rem] text-soft">
      <ol className="flex flex-wrap gap-x-2">
        {above.map(({ href, text }) => (
          <li key={href} className="flex gap-2">
            <Link href={href} className="link">
              {text}
            </Link>
            <span aria-hidden="true">/</span>
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  )
}

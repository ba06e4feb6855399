'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { NavLink } from './nav'

/**
 * Links of which the one that leads here, or above here unless `exact`, says so. Rendered on the server; needs
 * no script.
 */
export function NavLinks({
  links,
  className,
  exact,
}: {
  links: NavLink[]
  className?: string
  exact?: boolean
}) {
  const here = usePathname()
  return links.map(({ href, text }) => {
    const current = href === here ? 'page' : !exact && here.startsWith(`${href}/`) ? 'true' : undefined
    return (
      <li key={href}>
        <Link href={href} className={className} aria-current={current}>
          {text}
        </Link>
      </li>
    )
  })
}

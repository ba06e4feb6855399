'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { NavLink } from './nav'

/**
 * Links of which the one that leads here, or nearest above here unless `exact`, says so. Rendered on the server; needs
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
  const above = links.map(({ href }) => href).filter(href => !exact && here.startsWith(`${href}/`))
  const nearest = above.reduce((longest, href) => (href.length > longest.length ? href : longest), '')
  const exactly = links.some(({ href }) => href === here)
  return links.map(({ href, text }) => {
    const current = href === here ? 'page' : !exactly && href === nearest ? 'true' : undefined
    return (
      <li key={href}>
        <Link href={href} className={className} aria-current={current}>
          {text}
        </Link>
      </li>
    )
  })
}

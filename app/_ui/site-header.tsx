import Link from 'next/link'
import { ButtonLink } from './button'
import { Logo } from './logo'
import { type NavLink, sections, signIn } from './nav'
import { NavLinks } from './nav-links'

const sectionLink =
  'inline-flex min-h-11 items-center border-b-2 border-transparent text-[0.9375rem] text-ink hover:text-signal aria-[current]:border-signal'

/** The public site's masthead: a paper's name above, its sections under a rule. On wide screens one line. */
export function SiteHeader({ action }: { action: NavLink }) {
  return (
    <header className="border-b border-rule">
      <div className="shell flex flex-wrap items-center justify-between gap-x-3 lg:gap-x-6 lg:flex-nowrap">
        <Link href="/" className="flex min-h-16 items-center">
          <Logo />
        </Link>
        <nav
          aria-label="Sections"
          className="order-last -mx-4 w-[calc(100%+2rem)] border-t border-rule px-4 sm:mx-0 sm:w-full sm:px-0 lg:order-none lg:w-auto lg:flex-1 lg:border-0 lg:pl-6"
        >
          <ul className="flex flex-wrap justify-between gap-x-3 sm:justify-start sm:gap-x-7">
            <NavLinks links={sections} className={sectionLink} />
          </ul>
        </nav>
        <div className="flex items-center gap-3 sm:gap-5">
          <Link
            href={signIn.href}
            className="inline-flex min-h-11 items-center text-[0.9375rem] text-ink hover:text-signal max-[25rem]:hidden"
          >
            {signIn.text}
          </Link>
          <ButtonLink href={action.href} look="quiet" small className="max-sm:px-2.5">
            {action.text}
          </ButtonLink>
        </div>
      </div>
    </header>
  )
}

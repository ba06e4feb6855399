import Link from 'next/link'
import { brand } from '../brand'
import { Mark } from './logo'
import { sitemap } from './nav'
import { ThemeChoice } from './theme-choice'

/** The public site's foot: where everything is, who runs it, and the reader's own choices. */
export function SiteFooter() {
  const { operator, mail } = brand
  return (
    <footer className="mt-24 border-t border-rule bg-shade">
      <div className="shell grid grid-cols-2 gap-x-12 gap-y-10 py-12 lg:grid-cols-[minmax(0,1.6fr)_repeat(2,minmax(0,1fr))_minmax(0,1.4fr)]">
        <div className="max-lg:col-span-2">
          <Mark className="h-10 w-10" />
          <p className="mt-3 max-w-[32ch] font-display text-lg leading-snug">{brand.tagline}.</p>
          <address className="mt-4 text-sm leading-relaxed text-soft not-italic">
            {operator.name}, {operator.street}
            <br />
            {operator.city}, {operator.country}
            <br />
            <a href={`mailto:${mail.hello}`} className="link">
              {mail.hello}
            </a>
          </address>
        </div>
        {sitemap.map(({ title, links }) => (
          <nav key={title} aria-label={title}>
            <h2 className="eyebrow">{title}</h2>
            <ul className="mt-2">
              {links.map(({ href, text }) => (
                <li key={href}>
                  <Link href={href} className="inline-block py-1.5 hover:text-signal hover:underline">
                    {text}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        ))}
        <div className="max-lg:col-span-2">
          <ThemeChoice />
          <p className="mt-4 max-w-[40ch] text-sm text-soft">
            Kept in one first-party cookie that holds the word you pressed and nothing else.{' '}
            <Link href="/display" className="link">
              More choices
            </Link>
          </p>
        </div>
      </div>
    </footer>
  )
}

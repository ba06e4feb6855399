import { NavLinks } from '@/_ui/nav-links'
import { groups } from './groups'

const link =
  'inline-flex min-h-9 items-center text-ink hover:text-signal aria-[current]:font-semibold aria-[current]:underline aria-[current]:decoration-signal aria-[current]:decoration-2 aria-[current]:underline-offset-4'

/** All reports by group: beside the page, or above it where there is no room. */
export function ReportNav({ reports }: { reports: string }) {
  return (
    <nav
      aria-label="Reports"
      className="mb-6 print:hidden max-lg:border-b max-lg:border-rule max-lg:pb-3 lg:pt-2"
    >
      <ul className="mb-1 lg:mb-4">
        <NavLinks links={[{ href: reports, text: 'All reports' }]} exact className={link} />
      </ul>
      <div className="max-lg:flex max-lg:flex-wrap max-lg:gap-x-6 lg:space-y-5">
        {groups.map(({ title, reports: listed }) => (
          <div key={title} className="max-lg:flex max-lg:flex-wrap max-lg:items-baseline max-lg:gap-x-4">
            <p className="eyebrow lg:mb-1">{title}</p>
            <ul className="max-lg:contents">
              <NavLinks
                links={listed.map(one => ({ href: `${reports}/${one.path}`, text: one.title }))}
                className={link}
              />
            </ul>
          </div>
        ))}
      </div>
    </nav>
  )
}

import Link from 'next/link'
import { env } from '@/_platform/env'
import { JsonLd } from './json-ld'
import type { NavLink } from './nav'

/** The way down to this page; the page itself is the last and no link. */
export function Breadcrumbs({ above, here }: { above: NavLink[]; here: string }) {
  const steps = [
    ...above.map(({ href, text }) => ({ name: text, item: env.SITE_URL + href })),
    { name: here },
  ]
  return (
    <nav aria-label="Breadcrumbs" className="text-[0.9375rem] text-soft">
      <JsonLd
        data={{
          '@type': 'BreadcrumbList',
          itemListElement: steps.map((step, place) => ({
            '@type': 'ListItem',
            position: place + 1,
            ...step,
          })),
        }}
      />
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

import type { Metadata } from 'next'
import Link from 'next/link'
import { promises } from '@/_privacy/promises'
import { Breadcrumbs } from '@/_ui/breadcrumbs'
import { PageHead } from '@/_ui/page-head'

export const metadata: Metadata = {
  title: 'What is checked',
  description:
    'For every promise of the privacy policy, what has to be seen in the running system for it to be kept.',
  alternates: { canonical: '/privacy/promises' },
}

export default function Promises() {
  return (
    <>
      <PageHead
        above={<Breadcrumbs above={[{ href: '/privacy', text: 'Privacy policy' }]} here="What is checked" />}
        title="What is checked"
      >
        Each mark of the policy, and what has to be seen in the running system for its promise to be kept.
      </PageHead>
      <dl className="max-w-[46rem] divide-y divide-rule border-y border-rule">
        {promises.map(({ id, check }) => (
          <div key={id} id={id} className="promise grid gap-x-6 py-4 sm:grid-cols-[4rem_1fr]">
            <dt className="font-semibold">
              <Link
                href={`/privacy#promise-${id}`}
                className="link"
                aria-label={`Promise ${id} in the policy`}
              >
                {id}
              </Link>
            </dt>
            <dd>{check}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

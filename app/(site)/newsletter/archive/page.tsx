import type { Metadata } from 'next'
import Link from 'next/link'
import { connection } from 'next/server'
import { SubscribeForm } from '@/_audience/subscribe-form'
import { topics } from '@/_audience/topics'
import { isoDate, longDate } from '@/_blog/dates'
import { archive } from '@/_newsletters/archive.data'
import { Breadcrumbs } from '@/_ui/breadcrumbs'
import { EmptyState } from '@/_ui/empty-state'
import { pageAddress } from '@/_ui/page-address'
import { PageHead } from '@/_ui/page-head'
import { brand } from '@/brand'

export const metadata: Metadata = {
  title: 'Newsletters so far',
  description: `Every newsletter that ${brand.name} has sent, to read here or in a feed reader.`,
  ...pageAddress('/newsletter/archive', {
    types: {
      'application/rss+xml': '/newsletter/feed.xml',
      'application/atom+xml': '/newsletter/atom.xml',
    },
  }),
}

export default async function Archive() {
  await connection()
  const letters = await archive()
  return (
    <div className="shell pb-20">
      <PageHead
        above={
          <Breadcrumbs above={[{ href: '/newsletter', text: 'Newsletter' }]} here="Newsletters so far" />
        }
        title="Newsletters so far"
      >
        What we have sent, to read before you ask for it. Also as a{' '}
        <a href="/newsletter/feed.xml" className="link">
          feed
        </a>
        .
      </PageHead>
      {letters.length === 0 ? (
        <EmptyState title="None yet">The first one will stand here when it has gone out.</EmptyState>
      ) : (
        <ul>
          {letters.map(({ slug, subject, about, topic, at }) => (
            <li key={slug} className="border-b border-rule py-6 sm:grid sm:grid-cols-[10rem_1fr] sm:gap-8">
              <p className="figures text-[0.9375rem] text-soft sm:pt-1">
                <time dateTime={isoDate(at)}>{longDate(at)}</time>
                <span className="sm:block">
                  <span className="sm:hidden">, </span>
                  {topics[topic].name}
                </span>
              </p>
              <div className="mt-1 max-w-[60ch] sm:mt-0">
                <h2 className="text-2xl">
                  <Link href={`/newsletter/archive/${slug}`} className="hover:text-signal">
                    {subject}
                  </Link>
                </h2>
                {about && <p className="mt-2 text-soft">{about}</p>}
              </div>
            </li>
          ))}
        </ul>
      )}
      <section className="mt-14 max-w-[46rem]">
        <h2 className="mb-4 text-2xl">Get the next one</h2>
        <SubscribeForm />
      </section>
    </div>
  )
}

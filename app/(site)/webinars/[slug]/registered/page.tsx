import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Notice } from '@/_ui/notice'
import { PageHead } from '@/_ui/page-head'
import { findWebinar } from '@/_webinars/webinars'

export const metadata: Metadata = { title: 'Look into your mailbox', robots: { index: false } }

/** After a registration: the same for everyone, so that nobody learns who comes. */
export default async function Registered({ params }: { params: Promise<{ slug: string }> }) {
  const webinar = findWebinar((await params).slug) ?? notFound()
  return (
    <div className="pb-20">
      <PageHead title="Look into your mailbox">{webinar.title}</PageHead>
      <div className="max-w-read space-y-6">
        <Notice kind="good">
          A message is on its way to the address that you gave. It holds your seat with the invitation for
          your calendar and your own link to join, or your place on the waiting list when all seats were
          taken. With the links in it you can change or cancel at any time.
        </Notice>
        <p>
          No message? Look among the spam, or{' '}
          <Link className="link" href={`/webinars/${webinar.slug}`}>
            register again
          </Link>
          : the same address twice is one registration.
        </p>
      </div>
    </div>
  )
}

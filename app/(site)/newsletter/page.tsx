import type { Metadata } from 'next'
import Link from 'next/link'
import { SubscribeForm } from '@/_audience/subscribe-form'
import { topics } from '@/_audience/topics'
import { ErrorSummary } from '@/_ui/error-summary'
import { Notice } from '@/_ui/notice'
import { pageAddress } from '@/_ui/page-address'
import { PageHead } from '@/_ui/page-head'
import { brand } from '@/brand'

export const metadata: Metadata = {
  title: 'Newsletter',
  description: `New articles from the ${brand.name} blog by mail, confirmed once and ended in one press.`,
  ...pageAddress('/newsletter'),
}

const problems: Record<string, string> = {
  email: 'Write your address in full, like ann@example.com.',
  often: 'Your network asked very often. Wait five minutes, then try again.',
}

type Query = Promise<Record<string, string | string[] | undefined>>

export default async function Newsletter({ searchParams }: { searchParams: Query }) {
  const { asked, problem } = await searchParams
  const error = typeof problem === 'string' ? problems[problem] : undefined
  return (
    <div className="shell pb-20">
      <PageHead title={topics.newsletter.name}>{topics.newsletter.about}</PageHead>
      <div className="max-w-[46rem] space-y-8">
        {asked === '1' ? (
          <Notice title="Look into your mailbox" kind="good">
            If the address is right, a message with a link is on its way to it. Press the link within 7 days
            and you are on the list. No message? Look among the spam, or ask again in an hour.
          </Notice>
        ) : (
          <div>
            <ErrorSummary errors={error ? [{ field: 'email', message: error }] : []} />
            <SubscribeForm choices error={error} />
          </div>
        )}
        <p>
          Already with us?{' '}
          <Link href="/email/preferences" className="link">
            Change or end what you get
          </Link>
          . Not yet?{' '}
          <Link href="/newsletter/archive" className="link">
            Read what we have sent so far
          </Link>
          .
        </p>
      </div>
    </div>
  )
}

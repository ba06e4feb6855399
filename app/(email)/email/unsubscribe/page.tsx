import type { Metadata } from 'next'
import Link from 'next/link'
import { readUnsubscribe } from '@/_audience/unsubscribe.data'
import { wordings } from '@/_audience/wordings'
import { systemClock } from '@/_platform/clock'
import { Button } from '@/_ui/button'
import { Notice } from '@/_ui/notice'
import { PageHead } from '@/_ui/page-head'
import { DeadLink, isRefused, type Query, readLink, tokenOf } from '../link'

export const metadata: Metadata = { title: 'Unsubscribe' }

export default async function Unsubscribe({ searchParams }: { searchParams: Query }) {
  const token = await tokenOf(searchParams)
  const link = await readLink(() => readUnsubscribe(token, systemClock()))
  if (isRefused(link))
    return <DeadLink why={link.refused} href="/email/preferences" next="Ask for a link to all settings" />
  const address = link.address ?? 'this address'
  return (
    <div className="shell pb-20">
      <PageHead title={link.done ? 'Unsubscribed' : 'Unsubscribe'} />
      <div className="max-w-[46rem] space-y-6">
        {link.done ? (
          <Notice title={`${link.what}: stopped for ${address}`} kind="good">
            {link.until ?? 'Nothing more of it is sent, also not from a mailing that is under way.'}
          </Notice>
        ) : (
          <form method="post" action="/email/unsubscribe/press">
            <input type="hidden" name="token" value={token} />
            <p className="mb-6 text-lg">
              {link.what}, sent to {address}. One press ends it. Everything else stays as it is.
            </p>
            <Button>{wordings.unsubscribe}</Button>
          </form>
        )}
        <p>
          More to change?{' '}
          <Link href="/email/preferences" className="link">
            Ask for a link to all settings
          </Link>
          .
        </p>
      </div>
    </div>
  )
}

import type { Metadata } from 'next'
import { systemClock } from '@/_platform/clock'
import { isGoodArchive } from '@/_privacy/requests/answer.data'
import { Button } from '@/_ui/button'
import { PageHead } from '@/_ui/page-head'
import { DeadLink, type Query, tokenOf } from '../../email/link'

export const metadata: Metadata = { title: 'Fetch your archive' }

export default async function Archive({ searchParams }: { searchParams: Query }) {
  const token = await tokenOf(searchParams)
  if (!(await isGoodArchive(token, systemClock)))
    return <DeadLink why="This link has been used or has expired." href="/privacy-request" next="Ask again" />
  return (
    <div className="shell pb-20">
      <PageHead title="Your archive">
        A ZIP file: a list of what is in it, and each part as JSON. The link works once.
      </PageHead>
      <form method="post" action="/privacy-request/archive/fetch">
        <input type="hidden" name="token" value={token} />
        <Button>Fetch the archive</Button>
      </form>
    </div>
  )
}

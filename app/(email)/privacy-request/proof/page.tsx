import type { Metadata } from 'next'
import { systemClock } from '@/_platform/clock'
import { isGoodProof } from '@/_privacy/requests/requests.data'
import { Button } from '@/_ui/button'
import { Notice } from '@/_ui/notice'
import { PageHead } from '@/_ui/page-head'
import { DeadLink, type Query, tokenOf } from '../../email/link'

export const metadata: Metadata = { title: 'Confirm your request' }

export default async function Proof({ searchParams }: { searchParams: Query }) {
  const { proven } = await searchParams
  if (typeof proven === 'string')
    return (
      <div className="shell pb-20">
        <PageHead title="Your request is with us" />
        <div className="max-w-[46rem]">
          <Notice title={`Number ${proven.slice(0, 12)}`} kind="good">
            A message with the date by which you hear from us is on its way.
          </Notice>
        </div>
      </div>
    )
  const token = await tokenOf(searchParams)
  if (!(await isGoodProof(token, systemClock)))
    return <DeadLink why="This link has been used or has expired." href="/privacy-request" next="Ask again" />
  return (
    <div className="shell pb-20">
      <PageHead title="One press, and its time begins">
        You confirm that the request is yours and that you read this address.
      </PageHead>
      <form method="post" action="/privacy-request/proof/press">
        <input type="hidden" name="token" value={token} />
        <Button>Confirm the request</Button>
      </form>
    </div>
  )
}

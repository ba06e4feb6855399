import type { Metadata } from 'next'
import { longDate } from '@/_blog/dates'
import { systemClock } from '@/_platform/clock'
import { requestKinds } from '@/_privacy/requests/kinds'
import { readRequest } from '@/_privacy/requests/requests.data'
import { stepNames } from '@/_privacy/requests/steps.data'
import { Button } from '@/_ui/button'
import { PageHead } from '@/_ui/page-head'
import { DeadLink, isRefused, type Query, readLink, tokenOf } from '../../email/link'

export const metadata: Metadata = { title: 'How your request stands' }

export default async function State({ searchParams }: { searchParams: Query }) {
  const token = await tokenOf(searchParams)
  const request = await readLink(() => readRequest(token, systemClock))
  if (isRefused(request))
    return <DeadLink why={request.refused} href="/privacy-request#how-it-stands" next="Open it again" />
  return (
    <div className="shell pb-20">
      <PageHead title={`Request ${request.number}`}>
        {requestKinds[request.kind].name}
        {request.address && `, for ${request.address}`}.
      </PageHead>
      <div className="max-w-[46rem] space-y-8">
        {request.dueAt !== undefined && !request.closed && (
          <p>
            You hear from us by <strong>{longDate(request.dueAt)}</strong>.
          </p>
        )}
        <ol className="divide-y divide-rule border-y border-rule">
          {request.steps.map(({ id, at, what, text }) => (
            <li key={id} className="grid gap-x-6 py-3 sm:grid-cols-[11rem_1fr]">
              <span className="text-soft">{longDate(at)}</span>
              <div>
                <p className="font-semibold">{stepNames[what]}</p>
                {text && <p className="whitespace-pre-line">{text}</p>}
              </div>
            </li>
          ))}
        </ol>
        <p>{request.next}</p>
        {request.canGoTo && (
          <form method="post" action="/privacy-request/state/further">
            <input type="hidden" name="token" value={token} />
            <Button look="quiet">
              {request.canGoTo === 'independent'
                ? 'Take it to the independent body'
                : 'Take it to arbitration'}
            </Button>
          </form>
        )}
      </div>
    </div>
  )
}

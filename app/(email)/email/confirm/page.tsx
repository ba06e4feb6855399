import type { Metadata } from 'next'
import { readConfirmation } from '@/_audience/subscribers.data'
import { topics } from '@/_audience/topics'
import { wordings } from '@/_audience/wordings'
import { systemClock } from '@/_platform/clock'
import { Button } from '@/_ui/button'
import { Notice } from '@/_ui/notice'
import { PageHead } from '@/_ui/page-head'
import { DeadLink, isRefused, type Query, readLink, tokenOf } from '../link'

export const metadata: Metadata = { title: 'Confirm' }

export default async function Confirm({ searchParams }: { searchParams: Query }) {
  const token = await tokenOf(searchParams)
  const link = await readLink(() => readConfirmation(token, systemClock()))
  if (isRefused(link)) return <DeadLink why={link.refused} href="/newsletter" next="Ask again" />
  return (
    <div className="shell pb-20">
      <PageHead title={link.done ? 'You are on the list' : 'One press, and you are on the list'}>
        For {link.address}:
      </PageHead>
      <ul className="mb-8 max-w-[46rem] list-disc space-y-2 pl-5">
        {link.topics.map(name => (
          <li key={name}>
            <b>{topics[name].name}</b>. {topics[name].about}
          </li>
        ))}
      </ul>
      {link.done ? (
        <div className="max-w-[46rem]">
          <Notice title="Confirmed" kind="good">
            A message that says so is on its way. The link at its foot ends the list in one press.
          </Notice>
        </div>
      ) : (
        <form method="post" action="/email/confirm/press">
          <input type="hidden" name="token" value={token} />
          <p className="mb-5 max-w-[46rem] text-soft">{wordings.confirm}</p>
          <Button>Confirm</Button>
        </form>
      )}
    </div>
  )
}

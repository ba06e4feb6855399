import type { Metadata } from 'next'
import Link from 'next/link'
import { systemClock } from '@/_platform/clock'
import { Button } from '@/_ui/button'
import { ErrorSummary } from '@/_ui/error-summary'
import { Field } from '@/_ui/field'
import { Notice } from '@/_ui/notice'
import { PageHead } from '@/_ui/page-head'
import { type Mine, readRegistration } from '@/_webinars/registrations.data'
import { inZone } from '@/_webinars/when'
import { DeadLink, isRefused, type Query, readLink, tokenOf } from '../../email/link'

export const metadata: Metadata = { title: 'Your registration' }

const states: Record<string, { title: string; text: string }> = {
  registered: { title: 'You have a seat', text: 'The mail with your invitation has your own link to join.' },
  waiting: { title: 'You are on the waiting list', text: 'When a seat becomes free, you get a message.' },
  offered: { title: 'A seat is kept for you', text: 'Take it, or leave it to the next.' },
  lapsed: {
    title: 'The offer is over',
    text: 'The seat went to the next. Register again to go on the list.',
  },
  cancelled: { title: 'Cancelled', text: 'You hold no seat and get no more mail about it.' },
}

const problems: Record<string, string> = {
  name: 'Write a name of at most 60 letters.',
  website: 'Write a web address, like https://example.com, or leave it empty.',
}

/** One's own registration, by the link from the mail. */
export default async function MyRegistration({ searchParams }: { searchParams: Query }) {
  const query = await searchParams
  const token = await tokenOf(searchParams)
  const mine = await readLink(() => readRegistration(token, systemClock))
  if (isRefused(mine)) return <DeadLink why={mine.refused} href="/webinars" next="See all webinars" />
  const { title, text } = states[mine.state]!
  const field = String(query.problem ?? '')
  const problem = problems[field]
  return (
    <div className="shell pb-20">
      <PageHead title="Your registration">
        <Link className="link" href={`/webinars/${mine.slug}`}>
          {mine.title}
        </Link>
        , {mine.when}
      </PageHead>
      <div className="max-w-read space-y-8">
        <Notice kind="good" title={query.changed === '1' ? 'Changed' : title}>
          {text}
          {mine.offeredUntil !== undefined && ` It is kept until ${inZone('UTC', mine.offeredUntil)}.`}
        </Notice>
        {!mine.over && (
          <Forms mine={mine} token={token} error={problem ? { field, message: problem } : undefined} />
        )}
      </div>
    </div>
  )
}

function Forms({
  mine,
  token,
  error,
}: {
  mine: Mine
  token: string
  error?: { field: string; message: string }
}) {
  const holds = ['registered', 'waiting', 'offered'].includes(mine.state)
  if (!holds) return null
  const errorOf = (name: string) => (error?.field === name ? error.message : undefined)
  return (
    <>
      {mine.state === 'offered' && (
        <form method="post" action="/webinars/mine/change">
          <input type="hidden" name="token" value={token} />
          <Button name="act" value="take">
            Take the seat
          </Button>
        </form>
      )}
      <form method="post" action="/webinars/mine/change" className="max-w-[30rem]">
        <ErrorSummary errors={error ? [error] : []} />
        <input type="hidden" name="token" value={token} />
        <Field
          name="name"
          label="Name"
          defaultValue={mine.name}
          maxLength={60}
          error={errorOf('name')}
          required
        />
        <Field
          name="website"
          label="Website (optional)"
          defaultValue={mine.website ?? ''}
          maxLength={200}
          error={errorOf('website')}
          className="mt-5"
        />
        <Button look="quiet" className="mt-5" name="act" value="change">
          Save the change
        </Button>
      </form>
      <form method="post" action="/webinars/mine/change">
        <input type="hidden" name="token" value={token} />
        <Button look="quiet" name="act" value="cancel">
          {mine.state === 'registered' ? 'Give the seat back' : 'Leave the list'}
        </Button>
      </form>
    </>
  )
}

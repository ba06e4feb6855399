import type { Metadata } from 'next'
import { viewer } from '@/_accounts/session'
import { topics } from '@/_audience/topics'
import { audienceOf, numbersOf } from '@/_newsletters/numbers.data'
import { systemClock } from '@/_platform/clock'
import { Breadcrumbs } from '@/_ui/breadcrumbs'
import { ButtonLink } from '@/_ui/button'
import { count } from '@/_ui/format'
import { Notice } from '@/_ui/notice'
import { PageHead } from '@/_ui/page-head'
import { StaffOnly } from '../../staff-only'
import { broadcastHere } from '../broadcast-here'
import { stateWord, whenOf } from '../state-word'
import { Move } from './move'
import { NumbersOf } from './numbers-of'
import { PlanForm } from './plan-form'
import { TestForm } from './test-form'

export const metadata: Metadata = { title: 'A broadcast' }

const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter(zone => zone !== 'UTC')]

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function BroadcastPage({ params, searchParams }: Props) {
  const [{ id }, { problem }] = await Promise.all([params, searchParams])
  const who = await viewer()
  if (!who?.staff) return <StaffOnly signedIn={!!who} next={`/staff/broadcasts/${id}`} />
  const broadcast = await broadcastHere(who, id)
  const { state, subject, subjectB, topic } = broadcast
  const [audience, numbers] = await Promise.all([audienceOf(who, topic, systemClock), numbersOf(who, id)])
  const draft = state === 'draft'
  const above = [{ text: 'Broadcasts', href: '/staff/broadcasts' }]
  return (
    <>
      <PageHead title={subject} above={<Breadcrumbs above={above} here={subject} />}>
        {stateWord(broadcast)}. {topics[topic].name}. {whenOf(broadcast)}
      </PageHead>
      <div className="space-y-12">
        {typeof problem === 'string' && <Notice kind="bad" title={problem} />}
        <div className="flex flex-wrap gap-3">
          {draft && (
            <ButtonLink look="quiet" href={`/staff/broadcasts/${id}/edit`}>
              Edit
            </ButtonLink>
          )}
          {(state === 'scheduled' || state === 'sending') && <Move id={id} act="pause" text="Pause" />}
          {state === 'paused' && <Move id={id} act="resume" text="Go on" primary />}
          {['scheduled', 'sending', 'paused'].includes(state) && (
            <Move id={id} act="cancel" text="Cancel for good" />
          )}
          <Move id={id} act="copy" text="Copy to a new draft" />
          {draft && <Move id={id} act="remove" text="Remove the draft" />}
        </div>
        {!draft && <NumbersOf numbers={numbers} broadcast={broadcast} />}
        {draft && (
          <section>
            <h2 className="mb-2 text-2xl">When it goes out</h2>
            <p className="mb-5 max-w-[60ch] text-soft">
              {count(audience.each)} readers want each message of this topic; {count(audience.inDigests)} are
              told of it in their next digest. {count(audience.paused)} of them have paused mail.
            </p>
            <PlanForm id={id} zones={zones} tests={subjectB !== ''} />
          </section>
        )}
        <section>
          <h2 className="mb-4 text-2xl">The message</h2>
          {subjectB && <p className="mb-3">Other subject: {subjectB}</p>}
          <iframe
            title="The message as HTML"
            src={`/staff/broadcasts/${id}/letter`}
            sandbox="allow-popups"
            className="h-[44rem] w-full border border-rule bg-white"
          />
          <p className="mt-3">
            <a className="link" href={`/staff/broadcasts/${id}/letter?part=text`}>
              Its text part
            </a>
          </p>
          <TestForm id={id} to={who.email} />
        </section>
      </div>
    </>
  )
}

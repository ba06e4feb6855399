import type { Metadata } from 'next'
import { connection } from 'next/server'
import { longDate } from '@/_blog/dates'
import { lastRun, promiseState } from '@/_privacy/promise-report'
import { promises } from '@/_privacy/promises'
import { Breadcrumbs } from '@/_ui/breadcrumbs'
import { PageHead } from '@/_ui/page-head'
import { PromiseRow } from './promise-row'
import '@/_blog/content.css'
import { pageAddress } from '@/_ui/page-address'

export const metadata: Metadata = {
  title: 'What is checked',
  description:
    'For every promise of the privacy policy, what has to be seen in the running system for it to be kept, and what the last run of the tests saw.',
  ...pageAddress('/privacy/promises'),
}

export default async function Promises() {
  await connection()
  const run = lastRun()
  const kept = promises.filter(({ id }) => promiseState(id, run) === 'kept').length
  return (
    <div className="shell pb-20">
      <PageHead
        above={<Breadcrumbs above={[{ href: '/privacy', text: 'Privacy policy' }]} here="What is checked" />}
        title="What is checked"
      >
        <p>
          Each mark of the policy, and what has to be seen in the running system for its promise to be kept. A
          promise without a test that ran is not called kept.
        </p>
        {run ? (
          <p>
            Last run <time dateTime={run.ranAt}>{longDate(Date.parse(run.ranAt))}</time>, on version{' '}
            <code>{run.version}</code>: {kept} of {promises.length} promises kept.
          </p>
        ) : (
          <p>
            The tests have not run on this machine. <code>npm test</code> runs them, and this page then says
            what they found.
          </p>
        )}
      </PageHead>
      <dl className="max-w-[52rem] divide-y divide-rule border-y border-rule">
        {promises.map(promise => (
          <PromiseRow key={promise.id} promise={promise} run={run} />
        ))}
      </dl>
    </div>
  )
}

import Link from 'next/link'
import { trialOf } from '@/_accounts/trial/trials.data'
import { atLeast, type Viewer } from '@/_accounts/viewer'
import { fullDay } from '@/_ui/format'

const dayOf = (at: number) => fullDay(new Date(at).toISOString().slice(0, 10))

/** How long a trial goes on, or what its end means and how to go on. For those who can do something about it. */
export async function TrialBanner({ viewer }: { viewer: Viewer }) {
  const mine = viewer.memberships.filter(({ role }) => atLeast(role, 'admin'))
  const trials = await Promise.all(
    mine.map(async ({ accountId }) => ({ accountId, trial: await trialOf(accountId) })),
  )
  return trials.map(({ accountId, trial }) => {
    if (trial.state !== 'running' && trial.state !== 'ended') return null
    return (
      <aside key={accountId} aria-label="Trial" className="border-b border-rule bg-shade">
        <p className="shell flex flex-wrap gap-x-4 py-2 text-[0.9375rem]">
          {trial.state === 'running' ? (
            <span>
              {trial.daysLeft === 1 ? 'The last day' : `${trial.daysLeft} days`} of the trial
              {trial.daysLeft === 1 ? '.' : ' to go.'}
            </span>
          ) : (
            <span>
              The trial has ended: read and export everything until {dayOf(trial.deletesAt)}; nothing can be
              changed.
            </span>
          )}
          <Link href={`/account/billing?account=${accountId}`} className="link">
            {trial.state === 'running' ? 'See the plans' : 'Go on with a plan'}
          </Link>
        </p>
      </aside>
    )
  })
}

import type { Metadata } from 'next'
import Link from 'next/link'
import { plans } from '@/_accounts/plans'
import { trialOf } from '@/_accounts/trial/trials.data'
import { fullDay } from '@/_ui/format'
import { Notice } from '@/_ui/notice'
import { brand } from '@/brand'
import { accountHere, type Query } from '../account-here'
import { OtherAccounts } from '../other-accounts'

export const metadata: Metadata = { title: 'Plan' }

const dayOf = (at: number) => fullDay(new Date(at).toISOString().slice(0, 10))

export default async function PlanPage({ searchParams }: { searchParams: Query }) {
  const { account, others } = await accountHere('/account/plan', searchParams)
  const trial = await trialOf(account.accountId)
  const plan = trial.state === 'settled' ? plans.find(one => one.key === trial.plan) : undefined
  return (
    <div className="max-w-[46rem] space-y-6">
      <div>
        <h1 className="text-[2.25rem]">Plan of {account.name}</h1>
        <OtherAccounts path="/account/plan" others={others} />
      </div>
      {trial.state === 'none' && (
        <p>This account belongs to whoever runs this deployment. It has no plan and no limit.</p>
      )}
      {plan && (
        <p>
          {plan.name}: {plan.about.toLowerCase()}.
        </p>
      )}
      {trial.state === 'running' && (
        <p>
          The trial goes on until {dayOf(trial.endsAt)}. After that everything can be read and exported for 30
          days, and what your pages send is still recorded, so that going on leaves no gap.
        </p>
      )}
      {trial.state === 'ended' && (
        <Notice title="The trial has ended" kind="bad">
          Everything can be read and exported until {dayOf(trial.deletesAt)}, and nothing can be changed. If
          no plan was chosen by then, the account and the data of its sites are deleted.
        </Notice>
      )}
      {(trial.state === 'running' || trial.state === 'ended') && (
        <>
          <p>
            To go on, choose one of{' '}
            <Link href="/pricing" className="link">
              the plans
            </Link>{' '}
            and write to{' '}
            <a href={`mailto:${brand.mail.hello}`} className="link">
              {brand.mail.hello}
            </a>
            . We set it up by hand, usually within a working day.
          </p>
          <p>
            Or{' '}
            <Link href="/account/data" className="link">
              take your data with you, or delete the account
            </Link>
            .
          </p>
        </>
      )}
    </div>
  )
}

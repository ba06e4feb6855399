import type { Metadata } from 'next'
import { plans } from '@/_accounts/plans'
import { viewer } from '@/_accounts/session'
import { accountsForStaff, type StaffAccount } from '@/_accounts/staff-accounts.data'
import { fullDay, many } from '@/_ui/format'
import { PageHead } from '@/_ui/page-head'
import { FieldsForm } from '../../fields-form'
import { orRefused } from '../../refusals'
import { givePlan } from './actions'

export const metadata: Metadata = { title: 'Accounts' }

const dayOf = (at: number) => fullDay(new Date(at).toISOString().slice(0, 10))

export default async function StaffAccounts() {
  const accounts = await orRefused(accountsForStaff(await viewer()))
  return (
    <div className="max-w-[54rem]">
      <PageHead title="Accounts">Who has an account, how its trial stands, and its plan.</PageHead>
      <ul className="border-t border-rule">
        {accounts.map(account => (
          <li key={account.id} className="border-b border-rule py-4">
            <h2 className="text-xl">{account.name}</h2>
            <p className="text-[0.9375rem] wrap-anywhere text-soft">
              {account.owners.join(', ')}. {many(account.members, 'member')}, {many(account.sites, 'site')},
              since {dayOf(account.createdAt)}. {standing(account)}
            </p>
            {account.trial.state !== 'none' && (
              <details className="mt-1">
                <summary className="link inline-flex min-h-11 cursor-pointer items-center">
                  Give a plan
                </summary>
                <FieldsForm
                  act={givePlan}
                  about={{ account: account.id }}
                  button="Give the plan"
                  className="max-w-[30rem]"
                  fields={[
                    {
                      name: 'plan',
                      label: 'Plan',
                      type: 'select',
                      value: account.trial.state === 'settled' ? account.trial.plan : 'solo',
                      options: plans.map(({ key, name }) => ({ value: key, text: name })),
                    },
                  ]}
                />
              </details>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function standing({ trial }: StaffAccount): string {
  if (trial.state === 'running') return `Trial until ${dayOf(trial.endsAt)}.`
  if (trial.state === 'ended')
    return `Trial ended ${dayOf(trial.endsAt)}; deleted from ${dayOf(trial.deletesAt)}.`
  return trial.state === 'settled' ? `Plan: ${trial.plan}.` : 'No trial.'
}

import type { TrialState } from '@/_accounts/trial/trial-state'
import type { BillingView } from '@/_billing/billing.data'
import { readOnlyOn } from '@/_billing/dunning'
import { fullDay } from '@/_ui/format'
import { Notice } from '@/_ui/notice'

const dayOf = (at: number) => fullDay(new Date(at).toISOString().slice(0, 10))

/** How an account stands with its plan or its trial, in a sentence or two, and what follows. */
export function Standing({ billing, trial }: { billing: BillingView; trial: TrialState }) {
  const { plan, state, by, periodEnd, endsAt, failedSince, readOnlyAt } = billing
  if (state === 'past_due' && failedSince)
    return readOnlyAt ? (
      <Notice title="The payment is missing" kind="bad">
        Since {dayOf(readOnlyAt)} everything can be read and exported, and nothing changed. It works again as
        soon as the payment has arrived. Nothing is deleted for this, and hits are still recorded.
      </Notice>
    ) : (
      <Notice title="A payment did not go through" kind="bad">
        Everything works as before until {dayOf(readOnlyOn(failedSince))}; after that it can be read and
        exported, and not changed, until the payment has arrived. Nothing is deleted for this.
      </Notice>
    )
  if (state === 'ended')
    return (
      <Notice title="The plan has ended" kind="bad">
        Nothing more is charged. Everything can be read and exported, and nothing changed, until a plan is
        chosen. Nothing is deleted unless an owner deletes the account.
      </Notice>
    )
  if (state === 'active')
    return (
      <p>
        {plan ? `${plan.name}: ${plan.about.toLowerCase()}.` : 'A plan of its own.'}{' '}
        {by === 'staff'
          ? 'Assigned by the people who run this deployment; nothing is charged through this site.'
          : endsAt
            ? `It ends on ${dayOf(endsAt)}, and nothing is charged after that.`
            : periodEnd && `Paid until ${dayOf(periodEnd)}; it goes on by itself until you end it.`}
      </p>
    )
  if (trial.state === 'running')
    return (
      <p>
        The trial goes on until {dayOf(trial.endsAt)}. After that everything can be read and exported for 30
        days, and what your pages send is still recorded, so that going on leaves no gap.
      </p>
    )
  if (trial.state === 'ended')
    return (
      <Notice title="The trial has ended" kind="bad">
        Everything can be read and exported until {dayOf(trial.deletesAt)}, and nothing can be changed. If no
        plan was chosen by then, the account and the data of its sites are deleted.
      </Notice>
    )
  return <p>This account belongs to whoever runs this deployment. It has no plan and no limit.</p>
}

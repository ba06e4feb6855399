import type { Metadata } from 'next'
import Link from 'next/link'
import { type Plan, plans } from '@/_accounts/plans'
import { trialOf } from '@/_accounts/trial/trials.data'
import { atLeast } from '@/_accounts/viewer'
import { billingOf, refreshBilling } from '@/_billing/billing.data'
import { stripeOn } from '@/_billing/stripe'
import { usageOf } from '@/_billing/usage.data'
import { count } from '@/_ui/format'
import { Notice } from '@/_ui/notice'
import { brand } from '@/brand'
import { orRefused } from '../../refusals'
import { accountHere, type Query } from '../account-here'
import { OtherAccounts } from '../other-accounts'
import { InvoiceList } from './invoice-list'
import { ChoosePlan, ManagePlan, type Offer } from './plan-forms'
import { Standing } from './standing'
import { Usage } from './usage'

export const metadata: Metadata = { title: 'Plan' }

const offer = ({ key, name, about, cents, events, sites, people }: Plan): Offer => ({
  ...{ key, name, about },
  price: `$${count(cents / 100)}`,
  size: `${count(events)} events a month, ${sites === null ? 'any number of' : count(sites)} sites, ${people === null ? 'any number of' : count(people)} people`,
})

export default async function BillingPage({ searchParams }: { searchParams: Query }) {
  const { who, account, others } = await accountHere('/account/billing', searchParams)
  const { accountId } = account
  const { back } = await searchParams
  if (!atLeast(account.role, 'admin'))
    return (
      <div className="max-w-[46rem] space-y-4">
        <h1 className="text-[2.25rem]">Plan of {account.name}</h1>
        <OtherAccounts path="/account/billing" others={others} />
        <p>The plan and its invoices are for the account’s admins and owners.</p>
      </div>
    )
  if (back === 'paid' || back === 'portal') await orRefused(refreshBilling(who, accountId))
  const [billing, trial, usage] = await Promise.all([
    orRefused(billingOf(who, accountId)),
    trialOf(accountId),
    orRefused(usageOf(who, accountId, 3)),
  ])
  const owner = account.role === 'owner'
  const paying = billing.by === 'stripe' && (billing.state === 'active' || billing.state === 'past_due')
  const own = trial.state === 'none' && billing.state === 'none'
  return (
    <div className="max-w-[46rem] space-y-10">
      <div>
        <h1 className="text-[2.25rem]">Plan of {account.name}</h1>
        <OtherAccounts path="/account/billing" others={others} />
      </div>
      {back === 'paid' && !paying && (
        <Notice title="Stripe has not confirmed the payment yet" kind="good">
          This takes a minute at most. Load the page again; you need not pay twice.
        </Notice>
      )}
      <Standing billing={billing} trial={trial} />
      <Usage months={usage} plan={billing.plan} />
      {!stripeOn() ? (
        !own && (
          <section className="space-y-3">
            <h2 className="text-2xl">To change the plan</h2>
            <p>
              Nothing is charged here, and there is no card to give: the people who run this deployment assign
              the plans by hand. See{' '}
              <Link href="/pricing" className="link">
                what there is
              </Link>{' '}
              and write to{' '}
              <a href={`mailto:${brand.mail.hello}`} className="link">
                {brand.mail.hello}
              </a>
              .
            </p>
          </section>
        )
      ) : !owner ? (
        <p>Only an owner of the account chooses and pays a plan.</p>
      ) : (
        !own && (
          <section className="space-y-4">
            <h2 className="text-2xl">{paying ? 'Card, plan and invoices' : 'Go on with a plan'}</h2>
            <p>
              Payments are taken by Stripe, on its own page. Your card and billing address are typed there and
              never reach us; Stripe gets the account’s name and your address of mail from us.
            </p>
            {paying ? (
              <ManagePlan account={accountId} text="Go to Stripe" />
            ) : (
              <ChoosePlan account={accountId} offers={plans.map(offer)} />
            )}
          </section>
        )
      )}
      {billing.invoices.length > 0 && <InvoiceList invoices={billing.invoices} />}
      <p>
        You can always{' '}
        <Link href={`/account/data?account=${accountId}`} className="link">
          take your data with you, or delete the account
        </Link>
        .
      </p>
    </div>
  )
}

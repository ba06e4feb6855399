import type { Metadata } from 'next'
import { viewer } from '@/_accounts/session'
import { type AccountPlan, accountPlans, accountsAPage } from '@/_billing/staff-plans.data'
import { stripeOn } from '@/_billing/stripe'
import { Button } from '@/_ui/button'
import { EmptyState } from '@/_ui/empty-state'
import { Field } from '@/_ui/field'
import { many } from '@/_ui/format'
import { PageHead } from '@/_ui/page-head'
import { Pagination } from '@/_ui/pagination'
import { Table } from '@/_ui/table'
import { StaffOnly } from '../staff-only'
import { AssignForm } from './assign-form'

export const metadata: Metadata = { title: 'Plans' }

type Query = Promise<Record<string, string | string[] | undefined>>

const words: Record<string, string> = {
  none: 'no plan, no limit',
  trial: 'on trial',
  active: 'in force',
  past_due: 'payment missing',
  ended: 'ended',
}

const standing = ({ by, state, readOnlyAt }: AccountPlan): string =>
  [
    words[state] ?? state,
    by === 'stripe' && 'through Stripe',
    by === 'staff' && 'by hand',
    readOnlyAt && 'read only',
  ]
    .filter(Boolean)
    .join(', ')

export default async function Plans({ searchParams }: { searchParams: Query }) {
  const who = await viewer()
  if (!who?.staff) return <StaffOnly signedIn={!!who} next="/staff/plans" />
  const query = await searchParams
  const search = typeof query.q === 'string' ? query.q.slice(0, 120) : ''
  const page = Math.min(10_000, Math.max(1, Math.floor(Number(query.page)) || 1))
  const { accounts, total } = await accountPlans(who, { search, page })
  return (
    <>
      <PageHead title="Plans">
        {stripeOn()
          ? 'Accounts choose and pay their plans through Stripe. A plan that is given here is not charged.'
          : 'Without a Stripe key nothing is charged: plans are given here, by hand.'}{' '}
        Each change is written into the log of the account.
      </PageHead>
      <form method="get" className="mb-6 flex max-w-[30rem] items-end gap-3">
        <Field name="q" label="Account" type="search" defaultValue={search} />
        <Button look="quiet">Find</Button>
      </form>
      {accounts.length === 0 ? (
        <EmptyState title="No such account">Leave the field empty to see all of them.</EmptyState>
      ) : (
        <>
          <p className="mb-3 text-soft">{many(total, 'account')}</p>
          <Table<AccountPlan>
            caption="Accounts and their plans"
            hideCaption
            rows={accounts}
            rowKey={({ accountId }) => accountId}
            columns={[
              {
                name: 'Account',
                cell: one => (
                  <>
                    <span className="font-semibold">{one.name}</span>
                    <span className="block text-soft">{standing(one)}</span>
                  </>
                ),
              },
              { name: 'Plan', cell: ({ plan }) => plan?.name ?? '–' },
              {
                name: 'By hand',
                cell: one =>
                  one.by === 'stripe' && one.state !== 'ended' ? (
                    'Its owner changes it at Stripe.'
                  ) : (
                    <AssignForm account={one.accountId} name={one.name} plan={one.plan?.key} />
                  ),
              },
            ]}
          />
          <Pagination
            page={page}
            pages={Math.ceil(total / accountsAPage)}
            href={to =>
              `/staff/plans?${new URLSearchParams({ ...(search && { q: search }), page: `${to}` })}`
            }
          />
        </>
      )}
    </>
  )
}

import type { Metadata } from 'next'
import { ButtonLink } from '@/_ui/button'
import { FieldsForm } from '../../fields-form'
import { accountHere, type Query } from '../account-here'
import { removeAccount } from '../actions'
import { OtherAccounts } from '../other-accounts'

export const metadata: Metadata = { title: 'Your data' }

export default async function YourData({ searchParams }: { searchParams: Query }) {
  const { account, others } = await accountHere('/account/data', searchParams)
  return (
    <div className="max-w-[46rem] space-y-14">
      <section>
        <h1 className="text-[2.25rem]">Your data</h1>
        <p className="mt-1 mb-4 max-w-[60ch] text-soft">
          Everything we hold about you and your accounts, as JSON. What your sites recorded is exported on
          each site’s page “Keys and data”.
        </p>
        <ButtonLink href="/account/data/export" look="quiet" prefetch={false}>
          Export
        </ButtonLink>
      </section>
      {account.role === 'owner' && (
        <section>
          <h2 className="mb-3 text-2xl">Delete {account.name}</h2>
          <OtherAccounts path="/account/data" others={others} />
          <p className="mt-2 mb-4 max-w-[60ch] text-soft">
            At once and for good, in this order: its sites with their files, invitations and members, the
            account, and the sign-in of everybody who belongs to nothing else. Each of them gets a receipt by
            mail.
          </p>
          <FieldsForm
            act={removeAccount}
            about={{ account: account.accountId }}
            button="Delete the account"
            failed="Not deleted"
            className="max-w-[30rem]"
            fields={[
              { name: 'typed', label: `Write “${account.name}” to delete it`, required: true },
              {
                name: 'password',
                label: 'Your password',
                type: 'password',
                autoComplete: 'current-password',
                required: true,
              },
            ]}
          />
        </section>
      )}
    </div>
  )
}

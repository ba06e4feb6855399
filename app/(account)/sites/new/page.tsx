import type { Metadata } from 'next'
import { atLeast } from '@/_accounts/viewer'
import { accountsOf } from '@/_accounts/which-account.data'
import { PageHead } from '@/_ui/page-head'
import { whoHere } from '../../account/account-here'
import { FieldsForm } from '../../fields-form'
import { makeSite } from './actions'

export const metadata: Metadata = { title: 'Add a site' }

export default async function NewSite() {
  const who = await whoHere('/sites/new')
  const accounts = (await accountsOf(who)).filter(({ role }) => atLeast(role, 'admin'))
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter(zone => zone !== 'UTC')]
  const option = (value: string) => ({ value, text: value })
  return (
    <div className="mx-auto w-full max-w-[30rem] px-4 pb-20">
      <PageHead title="Add a site">
        Each has a key and a file of its own: nothing of one is ever in a report of another.
      </PageHead>
      {accounts.length === 0 ? (
        <p>An owner or admin of the account can add a site.</p>
      ) : (
        <FieldsForm
          act={makeSite}
          about={accounts.length === 1 ? { account: accounts[0]!.accountId } : {}}
          button="Add the site"
          look="primary"
          failed="No site yet"
          fields={[
            ...(accounts.length > 1
              ? [
                  {
                    name: 'account',
                    label: 'Account',
                    type: 'select' as const,
                    value: accounts[0]!.accountId,
                    options: accounts.map(({ accountId, name }) => ({ value: accountId, text: name })),
                  },
                ]
              : []),
            { name: 'name', label: 'Name', required: true },
            { name: 'url', label: 'Address', type: 'url', help: 'With https:// in front.', required: true },
            {
              name: 'timezone',
              label: 'Time zone',
              type: 'select',
              value: 'UTC',
              options: zones.map(option),
            },
            {
              name: 'currency',
              label: 'Currency',
              type: 'select',
              value: 'USD',
              options: Intl.supportedValuesOf('currency').map(option),
            },
          ]}
        />
      )}
    </div>
  )
}

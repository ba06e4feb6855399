import type { Metadata } from 'next'
import { viewer } from '@/_accounts/session'
import { listSuppressions } from '@/_audience/staff/suppression-list.data'
import { scopeInWords } from '@/_audience/topics'
import { Button } from '@/_ui/button'
import { Field } from '@/_ui/field'
import { count } from '@/_ui/format'
import { PageHead } from '@/_ui/page-head'
import { Table } from '@/_ui/table'
import { one, type Query } from '../query'
import { StaffOnly } from '../staff-only'
import { Told } from '../told'
import { liftOne, stopAddress } from './actions'

export const metadata: Metadata = { title: 'Suppressions' }

const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })

export default async function Suppressions({ searchParams }: { searchParams: Query }) {
  const who = await viewer()
  if (!who?.staff) return <StaffOnly signedIn={!!who} next="/staff/suppressions" />
  const { email, done, problem } = await searchParams
  const { rows, reasons } = await listSuppressions(who, one(email))
  return (
    <>
      <PageHead title="Suppressions">
        Addresses that get nothing more. Only a hash of each is kept, so that a refusal outlives erasure: to
        find one, type the address.
      </PageHead>
      <div className="space-y-10">
        <Told done={done} problem={problem} />
        <div className="grid gap-8 lg:grid-cols-2">
          <form method="get" className="space-y-4">
            <Field name="email" type="email" label="Find an address" defaultValue={one(email)} />
            <Button look="quiet">Find</Button>
          </form>
          <form action={stopAddress} className="space-y-4">
            <Field
              name="email"
              id="stop"
              type="email"
              label="Stop mail to an address"
              help="When its owner told us so by another way."
            />
            <Button look="quiet">Stop</Button>
          </form>
        </div>
        <p>
          {reasons.map(({ reason, count: n }) => `${reason}: ${count(n)}`).join(' · ') ||
            'Nobody has refused.'}
        </p>
        <Table
          caption="The newest 200"
          rows={rows}
          rowKey={row => `${row.hash} ${row.scope}`}
          columns={[
            { name: 'Hash', cell: row => <code className="text-sm">{row.hash.slice(0, 12)}…</code> },
            { name: 'Of', cell: row => scopeInWords(row.scope) },
            { name: 'Why', cell: row => row.reason },
            { name: 'Since (UTC)', cell: row => date.format(row.at) },
            {
              name: 'Change',
              cell: row => (
                <form action={liftOne}>
                  <input type="hidden" name="hash" value={row.hash} />
                  <input type="hidden" name="scope" value={row.scope} />
                  <Button look="bare" small>
                    Take back, on its owner’s word
                  </Button>
                </form>
              ),
            },
          ]}
        />
      </div>
    </>
  )
}

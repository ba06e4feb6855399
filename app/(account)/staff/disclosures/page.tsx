import type { Metadata } from 'next'
import { viewer } from '@/_accounts/session'
import { Button } from '@/_ui/button'
import { ErrorSummary } from '@/_ui/error-summary'
import { Field, TextField } from '@/_ui/field'
import { PageHead } from '@/_ui/page-head'
import { StaffOnly } from '../staff-only'

export const metadata: Metadata = { title: 'Disclosures' }

type Query = Promise<Record<string, string | string[] | undefined>>

export default async function Disclosures({ searchParams }: { searchParams: Query }) {
  const { field, problem } = await searchParams
  const who = await viewer()
  if (!who?.staff) return <StaffOnly signedIn={!!who} next="/staff/disclosures" />
  const errors =
    typeof field === 'string' && typeof problem === 'string'
      ? [{ field, message: problem.slice(0, 300) }]
      : []
  const errorOf = (name: string) => errors.find(one => one.field === name)?.message
  return (
    <>
      <PageHead title="Disclosures">
        What is held about one person, for an authority that may demand it. Who gave it to whom and why is
        written down for good before anything is given, and the public page counts it.
      </PageHead>
      <form method="post" action="/staff/disclosures/give" className="max-w-[38rem] space-y-6">
        <ErrorSummary title="Nothing was given" errors={errors} />
        <Field name="email" label="Address of the person" type="email" error={errorOf('email')} required />
        <Field name="authority" label="Authority" error={errorOf('authority')} maxLength={200} required />
        <TextField
          name="reason"
          label="Reason"
          error={errorOf('reason')}
          help="The order or statute, its date, and what it asks for."
          maxLength={2000}
          required
        />
        <Button>Write it down and download</Button>
      </form>
    </>
  )
}

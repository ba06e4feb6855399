import type { Metadata } from 'next'
import Link from 'next/link'
import { hosted } from '@/_accounts/plans'
import { env } from '@/_platform/env'
import { ButtonLink } from '@/_ui/button'
import { pageAddress } from '@/_ui/page-address'
import { PageHead } from '@/_ui/page-head'
import { TrialForm } from './trial-form'

const description = `Try it on your own site for ${hosted.trialDays} days. No card, and nothing to cancel.`

export const metadata: Metadata = {
  title: 'Start the trial',
  description,
  ...pageAddress('/trial'),
}

export default function TrialPage() {
  if (env.TRIALS === 'off')
    return (
      <div className="shell pb-20">
        <PageHead title="No trials here">
          Whoever runs this deployment has not opened it to everybody. You can run the whole product yourself.
        </PageHead>
        <ButtonLink href="/docs/self-hosting">Run it yourself</ButtonLink>
      </div>
    )
  return (
    <div className="shell grid gap-x-16 gap-y-12 pb-20 lg:grid-cols-[minmax(0,34rem)_minmax(0,1fr)]">
      <div>
        <PageHead title="Start the trial">{description}</PageHead>
        <TrialForm />
      </div>
      <aside aria-labelledby="what" className="lg:pt-24">
        <h2 id="what" className="text-2xl">
          What happens to it
        </h2>
        <ul className="mt-4 max-w-[44ch] list-disc space-y-3 pl-5">
          <li>Your name, address and phone number run the account. They subscribe you to nothing.</li>
          <li>Your password is kept only as a hash that cannot be turned back.</li>
          <li>
            After {hosted.trialDays} days everything can still be read and exported. Before anything is
            deleted, three messages say when, and 30 days pass.
          </li>
          <li>You see, change, export and delete all of it yourself, at any time.</li>
        </ul>
        <p className="mt-6">
          Have an account?{' '}
          <Link href="/signin" className="link">
            Sign in
          </Link>
        </p>
      </aside>
    </div>
  )
}

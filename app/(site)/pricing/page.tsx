import type { Metadata } from 'next'
import Link from 'next/link'
import { connection } from 'next/server'
import { hosted, type Plan, plans } from '@/_accounts/plans'
import { env } from '@/_platform/env'
import { ButtonLink } from '@/_ui/button'
import { trial } from '@/_ui/nav'
import { Notice } from '@/_ui/notice'
import { pageAddress } from '@/_ui/page-address'
import { PageHead } from '@/_ui/page-head'
import { Prose } from '@/_ui/prose'
import { Table } from '@/_ui/table'

const description =
  'Running Firsthand yourself costs nothing. If we run it for you, you pay for the month, by how many events arrive.'

export const metadata: Metadata = { title: 'Pricing', description, ...pageAddress('/pricing') }

const grouped = new Intl.NumberFormat('en')
const dollars = (cents: number) => `$${grouped.format(cents / 100)}`
const limit = (most: number | null) => (most === null ? 'any number' : grouped.format(most))

export default async function PricingPage() {
  await connection()
  return (
    <div className="shell">
      <PageHead title="Free on your own machine">{description}</PageHead>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-12 border-t border-ink pt-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.6fr)]">
        <section aria-labelledby="self">
          <h2 id="self" className="text-2xl">
            You run it
          </h2>
          <p className="figures mt-2 font-display text-[3.5rem] leading-none text-data">$0</p>
          <p className="mt-4 max-w-[40ch]">
            The whole product: every report, any number of sites, people and events, as much as your machine
            holds. No key to buy, no feature held back, no message sent to us.
          </p>
          <p className="mt-4">
            <ButtonLink href="/docs/self-hosting" look={env.TRIALS === 'on' ? 'quiet' : 'primary'}>
              Run it yourself
            </ButtonLink>
          </p>
        </section>
        <section aria-labelledby="hosted">
          <h2 id="hosted" className="mb-4 text-2xl">
            We run it for you
          </h2>
          <Table<Plan>
            caption="Hosted plans, prices a month without tax"
            hideCaption
            rows={[...plans]}
            rowKey={plan => plan.key}
            columns={[
              {
                name: 'Plan',
                cell: ({ name, about }) => (
                  <>
                    <span className="font-semibold">{name}</span>
                    <span className="block text-soft">{about}</span>
                  </>
                ),
              },
              { name: 'A month', numeric: true, cell: plan => dollars(plan.cents) },
              { name: 'Events a month', numeric: true, cell: plan => limit(plan.events) },
              { name: 'Sites', numeric: true, cell: plan => limit(plan.sites) },
              { name: 'People', numeric: true, cell: plan => limit(plan.people) },
            ]}
          />
          <div className="mt-6">
            {env.TRIALS === 'on' ? (
              <>
                <ButtonLink href={trial.href}>{trial.text}</ButtonLink>
                <p className="mt-2 text-[0.9375rem] text-soft">{hosted.trialDays} days, no card.</p>
              </>
            ) : (
              <Notice title="Not open yet">
                Nobody can sign up here today. Running it yourself works now.
              </Notice>
            )}
          </div>
        </section>
      </div>
      <div className="mt-14 border-t border-rule pt-10">
        <Prose serif={false}>
          <h2>What is counted</h2>
          <p>
            Events: page views and whatever else you record by name. Setting a property and joining two
            identities are not counted, nor is a hit that was refused, whatever the reason.
          </p>
          <h2>When a month has more events than the plan</h2>
          <p>
            Everything is still recorded, and there is no extra fee. The first such month is free; after a
            second one in a row the next larger plan begins with the following month, and you are told before.
          </p>
          <h2>What every plan has</h2>
          <p>
            All of it: the same reports, the raw export, the interfaces, the settings for consent and
            redaction. Plans differ in size alone.
          </p>
          <h2>Trying and leaving</h2>
          <p>
            A trial lasts {hosted.trialDays} days and asks for no card. After it everything can be read and
            exported for 30 more days; nothing is deleted before three messages told you when. When you leave,
            take the raw export with you: it is one line of JSON for every hit, in a form that other tools
            read. <Link href="/docs/export">How the export works</Link>.
          </p>
        </Prose>
      </div>
    </div>
  )
}

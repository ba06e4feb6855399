import type { Metadata } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { healthOf } from '@/_analytics/health/health.data'
import { mayChange } from '@/_analytics/sites.data'
import { type ChecklistStepName, checklistOf } from '@/_analytics/start/checklist.data'
import { sampleOf } from '@/_analytics/start/sample.data'
import { systemClock } from '@/_platform/clock'
import { env } from '@/_platform/env'
import { Button, ButtonLink } from '@/_ui/button'
import { siteHere } from '../../site-here'
import { LiveCheck } from '../install/live-check'
import { PageCheck } from '../install/page-check'
import { pageSnippets } from '../install/snippets'
import { seeSample, tickStep } from './actions'
import { NameForm } from './name-form'

export const metadata: Metadata = { title: 'Start' }

const titles: Record<ChecklistStepName, string> = {
  name: 'Name the site',
  install: 'Put one line on your pages',
  notice: 'Link to the opt-out page',
  people: 'Invite who works with you',
}

/** What a new site needs, with what is done; each step can be left for later. */
export default async function Start({ params }: { params: Promise<{ site: string }> }) {
  const { site: id } = await params
  const here = `/sites/${id}/start`
  const { who, site } = await siteHere(id, here)
  const health = await healthOf(who, id, 1)
  const items = await checklistOf(who, id, { hits: health.last !== undefined })
  const done = (step: ChecklistStepName) => items.some(item => item.step === step && item.done)
  const sample = await sampleOf(site.accountId)
  const changes = mayChange(site.role)
  const [snippet] = pageSnippets(env.SITE_URL, site.key)
  const later = (step: ChecklistStepName, text: string) =>
    changes && !done(step) ? (
      <form action={tickStep} className="mt-4">
        <input type="hidden" name="site" value={id} />
        <input type="hidden" name="step" value={step} />
        <Button look="bare">{text}</Button>
      </form>
    ) : null
  return (
    <div className="max-w-[54rem] space-y-14">
      <div>
        <h1 className="text-[2.25rem]">Start with {site.name}</h1>
        <ol className="mt-5 max-w-[36rem] border-t border-rule">
          {items.map(({ step, done }) => (
            <li key={step} className="flex justify-between gap-4 border-b border-rule py-2">
              <a href={`#${step}`} className="link">
                {titles[step]}
              </a>
              <span className={done ? 'font-semibold text-good' : 'text-soft'}>
                {done ? 'Done' : 'To do'}
              </span>
            </li>
          ))}
        </ol>
      </div>
      {changes && (
        <Part step="name">
          <NameForm
            site={id}
            first={{ name: site.name, url: site.url, timezone: site.timezone, currency: site.currency }}
            fresh={!done('name')}
            zones={['UTC', ...Intl.supportedValuesOf('timeZone').filter(zone => zone !== 'UTC')]}
            currencies={Intl.supportedValuesOf('currency')}
          />
        </Part>
      )}
      <Part step="install">
        <p className="max-w-[60ch] text-soft">
          On every page, before the closing body tag. The key is already in it.
        </p>
        <pre className="mt-2 mb-6 rounded-md border border-rule bg-shade p-4 font-mono text-[0.875rem] wrap-anywhere whitespace-pre-wrap text-ink select-all">
          {snippet?.code}
        </pre>
        <LiveCheck health={health} now={systemClock()} zone={site.timezone} here={`${here}#install`} />
        <p className="mt-4">
          <Link href={`/sites/${id}/install`} className="link">
            Tag managers, frameworks, servers, and Kissmetrics’ own libraries
          </Link>
        </p>
        {changes && (
          <form action={seeSample} className="mt-8 rounded-md border border-rule bg-sheet p-5">
            <input type="hidden" name="site" value={id} />
            <h3 className="font-sans text-lg font-semibold tracking-normal">Not today?</h3>
            <p className="mt-1 mb-4 max-w-[60ch] text-soft">
              See every report with three months of a made-up shop. It is a site of its own beside yours, so
              no invented figure stands among your own, and it is removed at a press.
            </p>
            {sample ? (
              <ButtonLink href={`/sites/${sample}`} look="quiet">
                Open the sample shop
              </ButtonLink>
            ) : (
              <Button look="quiet">See sample data</Button>
            )}
          </form>
        )}
      </Part>
      <Part step="notice">
        <p className="mb-4 max-w-[60ch] text-soft">
          You agreed to tell your visitors what is recorded, in a privacy notice that links to the opt-out
          page.
        </p>
        <PageCheck site={id} url={site.url} optOutUrl={`${env.SITE_URL}/user-privacy`} />
        {later('notice', 'The link is there: tick this off')}
      </Part>
      <Part step="people">
        <p className="mb-4 max-w-[60ch] text-soft">
          Each with a role, and with all sites or some. What they change stands in the account’s log.
        </p>
        <ButtonLink href="/account/members" look="quiet">
          Invite somebody
        </ButtonLink>
        {later('people', 'I work alone: tick this off')}
      </Part>
      <ButtonLink href={`/sites/${id}`}>Open the reports</ButtonLink>
    </div>
  )
}

const Part = ({ step, children }: { step: ChecklistStepName; children: ReactNode }) => (
  <section id={step} aria-labelledby={`${step}-title`} className="scroll-mt-6">
    <h2 id={`${step}-title`} className="mb-4 text-2xl">
      {titles[step]}
    </h2>
    {children}
  </section>
)

import type { Metadata } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { healthOf } from '@/_analytics/health/health.data'
import { systemClock } from '@/_platform/clock'
import { env } from '@/_platform/env'
import { siteHere } from '../../site-here'
import { LiveCheck } from './live-check'
import { PageCheck } from './page-check'
import { pageSnippets, type Snippet, serverSnippets } from './snippets'

export const metadata: Metadata = { title: 'Install' }

export default async function Install({ params }: { params: Promise<{ site: string }> }) {
  const { site: id } = await params
  const here = `/sites/${id}/install`
  const { who, site } = await siteHere(id, here)
  const health = await healthOf(who, id, 1)
  return (
    <div className="max-w-[54rem] space-y-12">
      <div>
        <h1 className="text-[2.25rem]">Install</h1>
        <p className="mt-1 max-w-[60ch] text-soft">
          One of these on every page. The key is public: it says whose visit it is, and opens nothing.{' '}
          <Link href={`/sites/${id}/start`} className="link">
            The first steps with a site
          </Link>
        </p>
      </div>
      <Part title="Does it arrive?">
        <LiveCheck health={health} now={systemClock()} zone={site.timezone} here={here} />
      </Part>
      <Part title="Is it on the page?">
        <PageCheck site={id} url={site.url} optOutUrl={`${env.SITE_URL}/user-privacy`} />
      </Part>
      <Part title="On pages">
        <Snippets snippets={pageSnippets(env.SITE_URL, site.key)} />
      </Part>
      <Part title="From servers">
        <Snippets snippets={serverSnippets(env.SITE_URL, site.key)} />
      </Part>
    </div>
  )
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section>
    <h2 className="mb-4 text-2xl">{title}</h2>
    {children}
  </section>
)

const Snippets = ({ snippets }: { snippets: Snippet[] }) => (
  <div className="space-y-8">
    {snippets.map(({ id, title, note, code }) => (
      <div key={id} id={id}>
        <h3 className="font-sans text-lg font-semibold tracking-normal">{title}</h3>
        {note && <p className="mt-1 max-w-[60ch] text-soft">{note}</p>}
        <pre className="mt-2 rounded-md border border-rule bg-shade p-4 font-mono text-[0.875rem] wrap-anywhere whitespace-pre-wrap text-ink select-all">
          {code}
        </pre>
      </div>
    ))}
  </div>
)

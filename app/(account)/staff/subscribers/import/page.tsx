import type { Metadata } from 'next'
import { viewer } from '@/_accounts/session'
import { topicNames } from '@/_audience/topics'
import { Breadcrumbs } from '@/_ui/breadcrumbs'
import { PageHead } from '@/_ui/page-head'
import { StaffOnly } from '../../staff-only'
import { ImportForm } from './import-form'

export const metadata: Metadata = { title: 'Import subscribers' }

const example =
  'email,topics,proof\nann@example.com,newsletter,"2026-03-01, form on example.com: Send me the newsletter"'

export default async function ImportSubscribers() {
  const who = await viewer()
  if (!who?.staff) return <StaffOnly signedIn={!!who} next="/staff/subscribers/import" />
  const above = [{ text: 'Subscribers', href: '/staff/subscribers' }]
  return (
    <>
      <PageHead title="Import subscribers" above={<Breadcrumbs above={above} here="Import" />}>
        Only people who agreed, with what proves it. Whoever refused our mail before stays away, whatever a
        file says.
      </PageHead>
      <p className="mb-3 max-w-[64ch]">
        Three columns: the address, topics ({topicNames.join(', ')}), and the proof: when, where and by which
        words they agreed. The proof is kept as their consent, and they can read it.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0} className="mb-8 overflow-x-auto bg-shade p-4 text-sm">
        {example}
      </pre>
      <ImportForm />
    </>
  )
}

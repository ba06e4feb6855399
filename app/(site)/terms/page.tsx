import type { Metadata } from 'next'
import { connection } from 'next/server'
import { isoDate, longDate } from '@/_blog/dates'
import { instantOf } from '@/_blog/instant'
import { MdxBody } from '@/_blog/mdx-body'
import { systemClock } from '@/_platform/clock'
import { legalInForce } from '@/_privacy/legal'
import { PageHead } from '@/_ui/page-head'
import { Prose } from '@/_ui/prose'
import { brand } from '@/brand'
import '@/_blog/content.css'

export async function generateMetadata(): Promise<Metadata> {
  await connection()
  const { title, description } = legalInForce('terms', systemClock)
  return { title, description, alternates: { canonical: '/terms' } }
}

export default async function TermsPage() {
  await connection()
  const terms = legalInForce('terms', systemClock)
  const effective = instantOf(terms.effective)
  const { operator } = brand
  return (
    <div className="shell">
      <PageHead title={terms.title}>
        In force since <time dateTime={isoDate(effective)}>{longDate(effective)}</time>. {operator.name},{' '}
        {operator.street}, {operator.city}, {operator.country}.
      </PageHead>
      <Prose>
        <MdxBody code={terms.code} />
      </Prose>
    </div>
  )
}

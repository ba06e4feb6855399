import type { Metadata } from 'next'
import Link from 'next/link'
import { connection } from 'next/server'
import { isoDate, longDate } from '@/_blog/dates'
import { instantOf } from '@/_blog/instant'
import { MdxBody } from '@/_blog/mdx-body'
import { systemClock } from '@/_platform/clock'
import { cookieTable } from '@/_privacy/cookies'
import { legalInForce } from '@/_privacy/legal'
import { PageHead } from '@/_ui/page-head'
import { Prose } from '@/_ui/prose'
import { brand } from '@/brand'

export async function generateMetadata(): Promise<Metadata> {
  await connection()
  const { title, description } = legalInForce('privacy', systemClock)
  return { title, description, alternates: { canonical: '/privacy' } }
}

export default async function Privacy() {
  await connection()
  const policy = legalInForce('privacy', systemClock)
  const effective = instantOf(policy.effective)
  const { operator, mail } = brand
  return (
    <article>
      <PageHead title={policy.title}>
        <p>
          In force since <time dateTime={isoDate(effective)}>{longDate(effective)}</time>. {operator.name},{' '}
          {operator.street}, {operator.city}, {operator.country}. Privacy office:{' '}
          <a href={`mailto:${mail.privacy}`} className="link">
            {mail.privacy}
          </a>
          .
        </p>
      </PageHead>
      <Prose>
        <MdxBody code={policy.code} />
      </Prose>
      <section className="mt-14 max-w-[52rem]" aria-labelledby="every-cookie">
        <h2 id="every-cookie" className="mb-4 text-2xl">
          Every cookie
        </h2>
        <dl className="divide-y divide-rule border-y border-rule">
          {cookieTable.map(({ name, purpose, lasts }) => (
            <div key={name} className="grid gap-x-6 py-3 sm:grid-cols-[12rem_1fr_11rem]">
              <dt>
                <code>{name}</code>
              </dt>
              <dd>{purpose}</dd>
              <dd className="text-soft">{lasts}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-4 text-soft">
          The names that begin with <code>km_</code> are the tracker’s, set by each site for itself. To have
          none of them,{' '}
          <Link href="/user-privacy" className="link">
            opt this browser out
          </Link>
          .
        </p>
      </section>
    </article>
  )
}

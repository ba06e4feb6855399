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
import { Table } from '@/_ui/table'
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
      <section className="mt-14 max-w-[52rem]" aria-labelledby="cookies">
        <h2 id="cookies" className="mb-4 text-2xl">
          Every cookie
        </h2>
        <Table
          caption="Every cookie that this site and its tracker set"
          hideCaption
          columns={[
            { name: 'Name', cell: row => <code className="whitespace-nowrap">{row.name}</code> },
            { name: 'What for', cell: row => row.purpose },
            { name: 'How long', cell: row => row.lasts },
          ]}
          rows={cookieTable}
          rowKey={row => row.name}
        />
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

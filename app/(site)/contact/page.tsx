import type { Metadata } from 'next'
import { connection } from 'next/server'
import { PageHead } from '@/_ui/page-head'
import { brand } from '@/brand'

const description = 'Three addresses, and what each of them is for. A person reads every message.'

export const metadata: Metadata = { title: 'Contact', description, alternates: { canonical: '/contact' } }

const desks = [
  {
    name: 'Anything else',
    mail: brand.mail.hello,
    what: 'Questions about the product, your account, a webinar or a post. Tell us what you tried and what you saw.',
  },
  {
    name: 'Privacy office',
    mail: brand.mail.privacy,
    what: 'To see, correct or erase what is held about you, to refuse its collection or passing on, or to complain. Say which address or site it concerns, and nothing more than you must.',
  },
  {
    name: 'Security',
    mail: brand.mail.security,
    what: 'A weakness you found. Write before you publish; you will get an answer, and thanks by name if you like.',
  },
]

export default async function ContactPage() {
  await connection()
  const { operator } = brand
  return (
    <div className="shell">
      <PageHead title="Write to us">{description}</PageHead>
      <dl className="border-t border-ink">
        {desks.map(({ name, mail, what }) => (
          <div key={mail} className="border-b border-rule py-6 sm:grid sm:grid-cols-[12rem_1fr] sm:gap-8">
            <dt className="font-display text-xl">{name}</dt>
            <dd className="max-w-[60ch]">
              <a href={`mailto:${mail}`} className="link text-lg">
                {mail}
              </a>
              <p className="mt-1 text-soft">{what}</p>
            </dd>
          </div>
        ))}
        <div className="border-b border-rule py-6 sm:grid sm:grid-cols-[12rem_1fr] sm:gap-8">
          <dt className="font-display text-xl">By post</dt>
          <dd>
            <address className="not-italic">
              {operator.name}
              <br />
              {operator.street}
              <br />
              {operator.city}
              <br />
              {operator.country}
            </address>
          </dd>
        </div>
      </dl>
    </div>
  )
}

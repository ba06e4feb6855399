import type { Metadata } from 'next'
import { desks } from '@/_audience/contact'
import { openForm } from '@/_audience/contact.data'
import { systemClock } from '@/_platform/clock'
import { Notice } from '@/_ui/notice'
import { pageAddress } from '@/_ui/page-address'
import { PageHead } from '@/_ui/page-head'
import { brand } from '@/brand'
import { ContactForm } from './contact-form'

const description = 'A form and three addresses. A person reads every message.'

export const metadata: Metadata = { title: 'Contact', description, ...pageAddress('/contact') }

const addresses = [
  {
    name: 'Anything else',
    mail: brand.mail.hello,
    what: 'Questions about the product, your account, a webinar or a post.',
  },
  {
    name: 'Privacy office',
    mail: brand.mail.privacy,
    what: 'To see, correct or erase what is held about you, to refuse its collection or passing on, or to complain.',
  },
  {
    name: 'Security',
    mail: brand.mail.security,
    what: 'A weakness you found. Write before you publish; you will get an answer, and thanks by name if you like.',
  },
]

type Query = Promise<Record<string, string | string[] | undefined>>

export default async function ContactPage({ searchParams }: { searchParams: Query }) {
  const { sent } = await searchParams
  const { operator } = brand
  return (
    <div className="shell pb-20">
      <PageHead title="Write to us">{description}</PageHead>
      <div className="grid gap-x-16 gap-y-14 lg:grid-cols-[minmax(0,36rem)_minmax(0,1fr)]">
        {sent === '1' ? (
          <div>
            <Notice title="Your message is with us" kind="good">
              A person reads it. The answer comes to your address, most often within two working days.
            </Notice>
          </div>
        ) : (
          <ContactForm opened={openForm(systemClock)} desks={desks} />
        )}
        <dl className="space-y-6 border-t border-ink pt-6 lg:border-0 lg:pt-0">
          {addresses.map(({ name, mail, what }) => (
            <div key={mail}>
              <dt className="font-display text-xl">{name}</dt>
              <dd className="max-w-[50ch]">
                <a href={`mailto:${mail}`} className="link">
                  {mail}
                </a>
                <p className="mt-1 text-[0.9375rem] text-soft">{what}</p>
              </dd>
            </div>
          ))}
          <div>
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
    </div>
  )
}

import type { Metadata } from 'next'
import { env } from '@/_platform/env'
import { providersInUse } from '@/_privacy/providers'
import { answeredWithin } from '@/_privacy/requests/business-days'
import { kindNames, type RequestKind } from '@/_privacy/requests/kinds'
import { Notice } from '@/_ui/notice'
import { PageHead } from '@/_ui/page-head'
import { brand } from '@/brand'
import type { Query } from '../email/link'
import { RequestForm } from './request-form'
import { StateForm } from './state-form'

export const metadata: Metadata = {
  title: 'Ask the privacy office',
  description:
    'See, correct or erase what is held about you, refuse its collection or its passing on, or complain.',
  alternates: { canonical: '/privacy-request' },
  robots: { index: true },
}

export default async function PrivacyRequest({ searchParams }: { searchParams: Query }) {
  const { asked, kind } = await searchParams
  const wanted = kindNames.find(name => name === kind)
  return (
    <div className="shell pb-20">
      <PageHead title="Ask the privacy office">
        See, correct or erase what is held about you, refuse its collection, or complain. No account is
        needed. You get a number at once and an answer within {answeredWithin.usual} business days, or within{' '}
        {answeredWithin.most} with the reason why.
      </PageHead>
      {typeof asked === 'string' && /^PR-\w{4}-\w{4}$/.test(asked) && <Asked number={asked} kind={wanted} />}
      <RequestForm kind={wanted} providers={providersInUse(env).map(({ name }) => name)} />
      <section className="mt-16" aria-labelledby="how-it-stands">
        <h2 id="how-it-stands" className="mb-4 text-2xl">
          How a request stands
        </h2>
        <StateForm />
      </section>
      <p className="mt-12 max-w-[46rem] text-soft">
        What a visit to this site left can be seen and erased at once{' '}
        <a href="/user-privacy" className="link">
          on the opt-out page
        </a>
        , without a request. The office can also be written to:{' '}
        <a href={`mailto:${brand.mail.privacy}`} className="link">
          {brand.mail.privacy}
        </a>
        .
      </p>
    </div>
  )
}

function Asked({ number, kind }: { number: string; kind: RequestKind | undefined }) {
  return (
    <div className="mb-10 max-w-[46rem]">
      <Notice title={`Your request has the number ${number}`} kind="good">
        {kind === 'child'
          ? 'It is with our office already. We need nothing more from you.'
          : 'Press the link in the message that is on its way to the address, and its time begins. No message? Look among the spam, or ask again in an hour.'}
      </Notice>
    </div>
  )
}

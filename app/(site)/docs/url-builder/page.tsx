import type { Metadata } from 'next'
import { trackingUrl, urlForm, urlProblems } from '@/_blog/url-builder'
import { UrlBuilderForm } from '@/_blog/url-builder-form'
import { UrlBuilderResult } from '@/_blog/url-builder-result'
import { env } from '@/_platform/env'
import { Breadcrumbs } from '@/_ui/breadcrumbs'
import { pageAddress } from '@/_ui/page-address'
import { PageHead } from '@/_ui/page-head'

const description =
  'Put a tracking address together: method, key, identity, event and properties in; an address, a curl command and an image tag out.'

export const metadata: Metadata = {
  title: 'URL builder',
  description,
  ...pageAddress('/docs/url-builder'),
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function UrlBuilderPage({ searchParams }: Props) {
  const given = await searchParams
  const form = urlForm.parse(given)
  const asked = Object.keys(given).length > 0
  const problems = asked ? urlProblems(form) : {}
  const done = asked && Object.keys(problems).length === 0
  return (
    <>
      <PageHead
        above={<Breadcrumbs above={[{ href: '/docs', text: 'Docs' }]} here="URL builder" />}
        title="URL builder"
      >
        {description} Nothing is sent or kept.
      </PageHead>
      {done && <UrlBuilderResult url={trackingUrl(form, env.SITE_URL)} />}
      <UrlBuilderForm form={form} problems={problems} />
    </>
  )
}

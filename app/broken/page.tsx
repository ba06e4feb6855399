import type { Metadata } from 'next'
import { DeadEnd } from '@/_ui/dead-end'
import { SiteFrame } from '@/_ui/site-frame'
import { brand } from '@/brand'
import { primaryAction } from '@/primary-action'

export const metadata: Metadata = { title: 'This page broke', robots: { index: false } }

/** What the front answers where a content page could not be drawn: made at build, so it needs nothing that broke. */
export default function Broken() {
  return (
    <SiteFrame action={primaryAction}>
      <DeadEnd
        title="This page broke"
        ways={
          <a href="/" className="link inline-flex min-h-11 items-center">
            Go to the front page
          </a>
        }
      >
        <p>
          The fault is ours and it is in our log. Nothing that you sent before is lost. Load the page again in
          a minute; if it stays broken, write to{' '}
          <a href={`mailto:${brand.mail.hello}`} className="link">
            {brand.mail.hello}
          </a>
          .
        </p>
      </DeadEnd>
    </SiteFrame>
  )
}

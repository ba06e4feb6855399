import type { Metadata } from 'next'
import Link from 'next/link'
import { connection } from 'next/server'
import { ButtonLink } from './_ui/button'
import { DeadEnd } from './_ui/dead-end'
import { SiteFrame } from './_ui/site-frame'
import { primaryAction } from './primary-action'

export const metadata: Metadata = { title: 'Nothing here', robots: { index: false } }

/** Rendered for each request: only then do its scripts carry the nonce that the policy asks for. */
export default async function NotFound() {
  await connection()
  return (
    <SiteFrame action={primaryAction}>
      <DeadEnd
        title="Nothing stands at this address"
        ways={
          <>
            <ButtonLink href="/">Go to the front page</ButtonLink>
            <Link href="/blog" className="link inline-flex min-h-11 items-center">
              Read the blog
            </Link>
            <Link href="/privacy" className="link inline-flex min-h-11 items-center">
              Read the privacy policy
            </Link>
          </>
        }
      >
        <p>
          It may have been mistyped, or the page was taken down. Pages that moved send you on by themselves,
          so this one did not move.
        </p>
      </DeadEnd>
    </SiteFrame>
  )
}

import type { Metadata } from 'next'
import { headers } from 'next/headers'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { nextPath } from '@/_accounts/next-path'
import { viewer } from '@/_accounts/session'
import { keepsSecureCookies } from '@/_platform/http/secure-cookies'
import { Notice } from '@/_ui/notice'
import { PageHead } from '@/_ui/page-head'
import { SignInForm } from './sign-in-form'

export const metadata: Metadata = { title: 'Sign in' }

export default async function SignIn({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const asked = await searchParams
  const next = nextPath(asked.next)
  if (await viewer()) redirect(next)
  return (
    <div className="mx-auto w-full max-w-[26rem] px-4 pb-20">
      <PageHead title="Sign in">
        One cookie keeps you signed in, for two weeks after your last visit.
      </PageHead>
      {!keepsSecureCookies(await headers()) && (
        <div className="mb-6">
          <Notice title="This page came without encryption" kind="bad">
            Browsers keep the sign-in cookie only over https, or on localhost. Open the page there.
          </Notice>
        </div>
      )}
      {asked.reset === 'done' && (
        <div className="mb-6">
          <Notice title="Your password was set" kind="good">
            Every session that was open has ended. Sign in with the new password.
          </Notice>
        </div>
      )}
      <SignInForm next={next} />
      <p className="mt-7 flex flex-wrap gap-x-6 gap-y-2 text-[0.9375rem]">
        <Link href="/signin/reset" className="link">
          Forgot the password?
        </Link>
        <Link href="/signin/link" className="link">
          Sign in by mail
        </Link>
      </p>
    </div>
  )
}

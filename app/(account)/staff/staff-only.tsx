import { ButtonLink } from '@/_ui/button'
import { PageHead } from '@/_ui/page-head'

/** What everybody but staff sees instead of a staff page. */
export function StaffOnly({ signedIn, next }: { signedIn: boolean; next: string }) {
  return (
    <div className="mx-auto w-full max-w-[40rem] px-4 pb-20">
      <PageHead title="For staff">
        {signedIn
          ? 'You are signed in, but this page is for the people who run this deployment.'
          : 'Sign in as one of the people who run this deployment.'}
      </PageHead>
      {!signedIn && <ButtonLink href={`/signin?next=${encodeURIComponent(next)}`}>Sign in</ButtonLink>}
    </div>
  )
}

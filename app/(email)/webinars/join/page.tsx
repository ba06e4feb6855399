import type { Metadata } from 'next'
import { systemClock } from '@/_platform/clock'
import { Button, ButtonLink } from '@/_ui/button'
import { PageHead } from '@/_ui/page-head'
import { readJoining } from '@/_webinars/registrations.data'
import { DeadLink, isRefused, type Query, readLink, tokenOf } from '../../email/link'

export const metadata: Metadata = { title: 'Join' }

/** Where the personal link leads. Opening it records nothing, because mail programs open links, too; the press does. */
export default async function Join({ searchParams }: { searchParams: Query }) {
  const token = await tokenOf(searchParams)
  const joining = await readLink(() => readJoining(token, systemClock))
  if (isRefused(joining)) return <DeadLink why={joining.refused} href="/webinars" next="See all webinars" />
  const { slug, title, when, state } = joining
  const toPage = (
    <ButtonLink look="quiet" href={`/webinars/${slug}`}>
      See its page
    </ButtonLink>
  )
  return (
    <div className="shell pb-20">
      <PageHead title={title}>{when}</PageHead>
      <div className="max-w-read space-y-6">
        {state === 'open' && (
          <form method="post" action="/webinars/join/press">
            <input type="hidden" name="token" value={token} />
            <p className="mb-6 text-lg">
              Pressing takes you to the room and notes that you came. The people who run the webinar see that.
            </p>
            <Button>Join now</Button>
          </form>
        )}
        {state === 'early' && (
          <p className="text-lg">This link opens 15 minutes before the start. Load it again then.</p>
        )}
        {state === 'over' && (
          <p className="text-lg">
            It is over. The notes, and the recording if there is one, are on its page.
          </p>
        )}
        {state === 'no-seat' && <p className="text-lg">There is no seat behind this link any more.</p>}
        {state !== 'open' && toPage}
      </div>
    </div>
  )
}

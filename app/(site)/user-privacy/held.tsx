import { headers } from 'next/headers'
import Link from 'next/link'
import { askLimit, ownBrowser } from '@/_analytics/reports/own-browser'
import type { Entry } from '@/_analytics/reports/person/person-query'
import { systemClock } from '@/_platform/clock'
import { addressBlock } from '@/_platform/http/address-block'
import { take } from '@/_platform/limits.data'
import { browserId } from '@/_privacy/browser-id'
import { Button, ButtonLink } from '@/_ui/button'
import { count } from '@/_ui/format'

const time = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })

/** What is held about this browser on this site, when asked for, and the button that erases it (promise P7). */
export function Held({ shown }: { shown: boolean }) {
  return (
    <section id="held" aria-labelledby="held-title">
      <h2 id="held-title" className="mb-3 text-2xl">
        What is held about this browser here
      </h2>
      {shown ? (
        <List />
      ) : (
        <>
          <p className="mb-4">
            What this site recorded under the random number in this browser’s cookie. Nothing is looked up
            before you press.
          </p>
          <ButtonLink href="/user-privacy?held=1#held" look="quiet" prefetch={false}>
            Show what is held
          </ButtonLink>
        </>
      )}
    </section>
  )
}

async function List() {
  const request = await headers()
  const wait = await take(askLimit, addressBlock(request.get('x-client-address') ?? ''), systemClock)
  if (wait > 0) return <p>Your network asked very often. Wait a few minutes, then ask again.</p>
  const { entries, total } = await ownBrowser(browserId(request.get('cookie')))
  if (total === 0)
    return (
      <p>
        Nothing is held that belongs to this browser: it sent no number of ours, or nothing was recorded under
        it. What was recorded under a name, after a sign-in, is shown by a{' '}
        <Link href="/contact" className="link">
          request
        </Link>
        , because a name alone proves nothing.
      </p>
    )
  return (
    <>
      <p className="mb-3">
        {count(total)} {total === 1 ? 'entry' : 'entries'}, times in UTC
        {total > entries.length && `; the newest ${entries.length} are shown, and all are erased`}.
      </p>
      <ol className="divide-y divide-rule border-y border-rule">
        {entries.map((entry, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no name of their own, and the list never changes
          <li key={place} className="py-3">
            <Line {...entry} />
          </li>
        ))}
      </ol>
      <form method="post" action="/user-privacy/erase" className="mt-5">
        <Button>Erase it</Button>
      </form>
    </>
  )
}

function Line({ at, event, properties }: Entry) {
  const details = Object.entries(properties)
  return (
    <>
      <p>
        <strong>{event ?? 'properties'}</strong>{' '}
        <time dateTime={new Date(at).toISOString()} className="text-soft">
          {time.format(at)}
        </time>
      </p>
      {details.length > 0 && (
        <details className="mt-1 text-[0.9375rem]">
          <summary className="wrap-anywhere">
            {properties.url ?? properties['viewed url'] ?? 'Details'}
          </summary>
          <dl className="mt-2 grid gap-x-4 sm:grid-cols-[11rem_1fr]">
            {details.map(([name, value]) => (
              <div key={name} className="contents">
                <dt className="text-soft">{name}</dt>
                <dd className="wrap-anywhere">{value}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  )
}

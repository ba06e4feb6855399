import type { Metadata } from 'next'
import { headers } from 'next/headers'
import Link from 'next/link'
import { browserState } from '@/_privacy/browser-state'
import { cookieJars } from '@/_privacy/cookie-jars'
import { Notice } from '@/_ui/notice'
import { pageAddress } from '@/_ui/page-address'
import { PageHead } from '@/_ui/page-head'
import { Prose } from '@/_ui/prose'
import { brand } from '@/brand'
import { Coverage } from './coverage'
import { Held } from './held'
import { Signals } from './signals'
import { StatePanel } from './state-panel'

export const metadata: Metadata = {
  title: 'Opt this browser out',
  description: `See whether ${brand.name} records this browser, stop it on every site at once, and read what that covers here.`,
  ...pageAddress('/user-privacy'),
}

type Query = Promise<Record<string, string | string[] | undefined>>

export default async function UserPrivacy({ searchParams }: { searchParams: Query }) {
  const { asked, held, problem } = await searchParams
  const request = await headers()
  const state = browserState(request)
  const jars = cookieJars(request.get('user-agent'), request.get('sec-ch-ua'))
  return (
    <div className="shell pb-20">
      <PageHead title="Opt this browser out">
        One press stops recording in this browser. It takes no account and no script, and you can take it back
        here.
      </PageHead>
      <div className="max-w-[46rem] space-y-8">
        {problem === 'busy' && (
          <Notice title="Erased, but for the last trace" kind="bad">
            It is in no report and no export any more. Some of its bytes may stay in the file until its next
            clean-up, because something was reading it.
          </Notice>
        )}
        {problem === 'often' && (
          <Notice title="Too many questions from your network" kind="bad">
            Nothing changed. Wait a few minutes, then press again.
          </Notice>
        )}
        <Outcome asked={asked} optedOut={state.optedOut} />
        <StatePanel state={state} />
        <section aria-labelledby="signals">
          <h2 id="signals" className="mb-3 text-2xl">
            What this browser sends
          </h2>
          <Signals state={state} />
        </section>
        <Held shown={held === '1'} />
        <Coverage jars={jars} />
        <Prose serif={false}>
          <h2 id="cookie">The cookie</h2>
          <p>
            The opt-out is one cookie, <code>__Host-optout</code>. Its value is <code>1</code>, for everyone,
            so it tells nobody apart. It lasts five years, or until cookies are cleared. Opting out also
            deletes what our tracker kept in this browser for this site.{' '}
            <Link href="/cookies">Every cookie we set</Link> is listed.
          </p>
        </Prose>
      </div>
    </div>
  )
}

/** What became of the press: told from the cookie that came back, not from the address. */
function Outcome({ asked, optedOut }: { asked: string | string[] | undefined; optedOut: boolean }) {
  if (asked === 'out' && !optedOut)
    return (
      <Notice title="This browser did not keep the opt-out" kind="bad">
        It blocks cookies here, so nothing changed, and visits are recorded as before, though without anything
        that ties one to the next.{' '}
        <a href="#instead" className="link">
          What works instead
        </a>{' '}
        stands below.
      </Notice>
    )
  if (asked === 'erased')
    return (
      <Notice title="Erased." kind="good">
        Everything that was held under this browser’s random number on this site is gone, and so is the
        number.
        {!optedOut && ' This very page is the first visit of a new one; opt out if there should be none.'}
      </Notice>
    )
  if (asked === 'out') return <Notice title="Done. This browser is opted out." kind="good" />
  if (asked === 'in' && !optedOut)
    return (
      <Notice title="Done. This browser is opted in again." kind="good">
        The next page is recorded, as for a new visitor.
      </Notice>
    )
  return null
}

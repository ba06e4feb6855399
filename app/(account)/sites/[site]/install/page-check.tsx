'use client'

import { useActionState } from 'react'
import type { Installation } from '@/_analytics/installation/check'
import { Button } from '@/_ui/button'
import { Notice } from '@/_ui/notice'
import { checkPage } from './actions'

type Props = { site: string; url: string; optOutUrl: string }

/** Fetches the site's own page, when asked, and says what is on it. */
export function PageCheck({ site, url, optOutUrl }: Props) {
  const [found, check, pending] = useActionState<Installation | undefined, FormData>(checkPage, undefined)
  return (
    <form action={check} className="space-y-4">
      <input type="hidden" name="site" value={site} />
      <p className="max-w-[60ch] text-soft">
        We fetch <span className="wrap-anywhere text-ink">{url}</span> as it is served to anybody, and look
        for the tracker and for a link to the opt-out page.
      </p>
      <Button look="quiet" disabled={pending}>
        {pending ? 'Looking' : 'Check the page'}
      </Button>
      {found && <Result found={found} optOutUrl={optOutUrl} />}
    </form>
  )
}

const trackerWords = {
  found: 'The tracker is on the page.',
  'other-key': 'A tracker is on the page, but with the key of another site.',
  missing: 'The tracker is not on the page.',
}

function Result({ found, optOutUrl }: { found: Installation; optOutUrl: string }) {
  if ('unreachable' in found)
    return (
      <Notice kind="bad" title="The page could not be looked at">
        {found.unreachable}
      </Notice>
    )
  const { tracker, optOut, tagManager } = found
  const good = tracker === 'found' && optOut
  return (
    <Notice kind={good ? 'good' : 'bad'} title={good ? 'All is there' : 'Something is missing'}>
      <ul className="list-disc space-y-1 pl-5">
        <li>
          {trackerWords[tracker]}
          {tracker === 'missing' &&
            tagManager &&
            ' A tag manager is, which may load it; the live check above tells.'}
        </li>
        <li>
          {optOut ? (
            'A link to the opt-out page is there.'
          ) : (
            <>
              No link to the opt-out page is on this page. The terms ask for one, best in the footer or the
              privacy notice: <span className="wrap-anywhere">{optOutUrl}</span>
            </>
          )}
        </li>
      </ul>
    </Notice>
  )
}

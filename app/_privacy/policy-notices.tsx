import Link from 'next/link'
import type { Viewer } from '@/_accounts/viewer'
import { longDate } from '@/_blog/dates'
import { systemClock } from '@/_platform/clock'
import { Button } from '@/_ui/button'
import { Notice } from '@/_ui/notice'
import { openNotices } from './acceptances.data'
import { changesPath, legalDocuments } from './legal-documents'

/** In the account: what was posted since it began, and from when it binds, until that was read (promises V1, V2). */
export async function PolicyNotices({ viewer }: { viewer: Viewer }) {
  const notices = await openNotices(viewer, systemClock)
  if (notices.length === 0) return null
  return (
    <div className="shell space-y-3 pt-6">
      {notices.map(({ version, bindsFrom, bound }) => (
        <Notice
          key={version.slug}
          title={
            version.kind === 'control'
              ? 'This service changes hands'
              : `Changed: ${legalDocuments[version.document].name}`
          }
        >
          <p>
            {version.changes} {bound ? 'It has bound you since' : 'It binds you from'} {longDate(bindsFrom)}.{' '}
            <Link href={changesPath(version.document, version.effective)} className="link">
              See what changed
            </Link>
          </p>
          <form method="post" action="/api/legal/read" className="mt-3">
            <input type="hidden" name="document" value={version.document} />
            <input type="hidden" name="version" value={version.effective} />
            <Button look="quiet" small>
              I have read it
            </Button>
          </form>
        </Notice>
      ))}
    </div>
  )
}

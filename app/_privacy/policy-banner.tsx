import Link from 'next/link'
import { longDate } from '@/_blog/dates'
import { systemClock } from '@/_platform/clock'
import { noticePeriod } from './binding'
import { changesPath, legalDocuments } from './legal-documents'
import { newVersions } from './postings.data'

/**
 * Tells of versions posted in the last 14 days, on every page and the same for everyone. Who closes it keeps that in
 * the preferences cookie, and /theme.css hides it: the page stays one that can be kept.
 */
export async function PolicyBanner() {
  const versions = await newVersions(systemClock)
  return versions.map(({ document, effective, kind, changes, postedAt }) => (
    <section
      key={document}
      data-notice={`${document}-${effective}`}
      aria-label={`New: ${legalDocuments[document].name}`}
      className="border-b border-rule bg-shade"
    >
      <div className="shell flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
        <p className="max-w-[80ch] text-[0.9375rem]">
          <strong>
            {kind === 'control'
              ? 'This service changes hands.'
              : `Changed: ${legalDocuments[document].name}.`}
          </strong>{' '}
          {changes} Posted on {longDate(postedAt)}; binds who was here before from{' '}
          {longDate(postedAt + noticePeriod)}.{' '}
          <Link href={changesPath(document, effective)} className="link">
            See what changed
          </Link>
        </p>
        <form method="post" action="/preferences">
          <input type="hidden" name="seen" value={`${document}-${effective}`} />
          <button type="submit" className="button button-quiet button-small">
            Close this notice
          </button>
        </form>
      </div>
    </section>
  ))
}

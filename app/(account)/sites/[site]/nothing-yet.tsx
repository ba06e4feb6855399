import { env } from '@/_platform/env'
import { ButtonLink } from '@/_ui/button'
import { EmptyState } from '@/_ui/empty-state'

/** A site that nothing has come from: the snippet with its key, and where to see the first hit arrive. */
export function NothingYet({ site }: { site: { id: string; name: string; key: string } }) {
  return (
    <>
      <h1 className="mb-6 text-[2.25rem]">{site.name}</h1>
      <EmptyState
        title="No visit has arrived yet"
        action={<ButtonLink href={`/sites/${site.id}/start`}>Start with this site</ButtonLink>}
      >
        <p>
          Put this line on every page of the site, before the closing body tag. The first page view shows up
          within two seconds.
        </p>
        <pre className="mt-4 rounded-md border border-rule bg-shade p-4 font-mono text-[0.875rem] break-all whitespace-pre-wrap text-ink select-all">
          {`<script async src="${env.SITE_URL}/t.js?k=${site.key}"></script>`}
        </pre>
        <p className="mt-4">
          The first steps say when it arrives, and show a sample shop meanwhile. For Next.js, WordPress, tag
          managers, Kissmetrics libraries and servers, see{' '}
          <a href={`/sites/${site.id}/install`} className="link">
            how to install it
          </a>
          .
        </p>
      </EmptyState>
    </>
  )
}

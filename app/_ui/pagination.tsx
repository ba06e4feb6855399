import Link from 'next/link'

/** Newer and older pages of a list. `href` gives a page's address; pages count from 1. */
export function Pagination({
  page,
  pages,
  href,
}: {
  page: number
  pages: number
  href: (page: number) => string
}) {
  if (pages < 2) return null
  return (
    <nav aria-label="Pages" className="flex items-center justify-between gap-4 border-t border-rule pt-4">
      {page > 1 ? (
        <Link rel="prev" href={href(page - 1)} className="link inline-flex min-h-11 items-center">
          Newer
        </Link>
      ) : (
        <span />
      )}
      <span className="figures text-soft">
        Page {page} of {pages}
      </span>
      {page < pages ? (
        <Link rel="next" href={href(page + 1)} className="link inline-flex min-h-11 items-center">
          Older
        </Link>
      ) : (
        <span />
      )}
    </nav>
  )
}

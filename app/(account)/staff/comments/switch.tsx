import Link from 'next/link'
import { type List, lists } from '@/_blog/comments/moderation.data'

/** The lists of the queue with how many stand in each. */
export function Switch({
  list,
  names,
  counts,
}: {
  list: List
  names: Record<List, string>
  counts: Record<List, number>
}) {
  return (
    <nav aria-label="Lists" className="border-b border-rule">
      <ul className="-mb-px flex flex-wrap gap-x-6">
        {lists.map(one => (
          <li key={one}>
            <Link
              href={`/staff/comments?list=${one}`}
              aria-current={one === list ? 'page' : undefined}
              className="inline-flex min-h-11 items-center border-b-2 border-transparent text-ink hover:text-signal aria-[current]:border-signal aria-[current]:font-semibold"
            >
              {names[one]} <span className="figures ml-1.5 text-soft">{counts[one]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

import Link from 'next/link'
import { type TagKey, tags } from './tags'

/** Tags as links to their pages. */
export function TagLinks({ of, label }: { of: readonly TagKey[]; label: string }) {
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-x-5">
        {of.map(tag => (
          <li key={tag}>
            <Link href={`/blog/tags/${tag}`} className="link inline-flex min-h-9 items-center">
              {tags[tag].name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

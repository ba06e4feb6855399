import type { Heading } from './build/headings'

/** The table of contents of a page; nothing where there is hardly anything to choose from. */
export function ContentsList({ headings }: { headings: readonly Heading[] }) {
  const parts = headings.filter(({ depth }) => depth === 2)
  if (parts.length < 3) return null
  return (
    <nav aria-labelledby="contents" className="text-[0.9375rem]">
      <h2 id="contents" className="eyebrow">
        On this page
      </h2>
      <ol className="mt-2 border-l border-rule">
        {parts.map(({ id, text }) => (
          <li key={id}>
            <a href={`#${id}`} className="block py-1 pl-4 text-soft hover:text-signal">
              {text}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

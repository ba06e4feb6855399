import Link from 'next/link'
import type { Found } from './search.data'

/** What a search found, best first, the found words marked; nothing before anything was asked. */
export function FoundList({ query, found }: { query: string; found: Found[] }) {
  if (!query) return <div id="found" />
  return (
    <div id="found">
      <p className="mt-6 text-soft" role="status">
        {found.length === 0
          ? `Nothing holds all of “${query}”. Try fewer or shorter words.`
          : `${found.length} ${found.length === 1 ? 'page' : 'pages'} with “${query}”.`}
      </p>
      <ol>
        {found.map(({ href, kind, title, excerpt }) => (
          <li key={href} className="max-w-[68ch] border-b border-rule py-5">
            <p className="eyebrow">{kind}</p>
            <h2 className="text-xl">
              <Link href={href} className="link">
                {title}
              </Link>
            </h2>
            <p className="mt-1 text-soft">
              <Marked text={excerpt} />
            </p>
          </li>
        ))}
      </ol>
    </div>
  )
}

/** Everything up to the first found word, the word marked, and the rest in the same way. */
function Marked({ text }: { text: string }) {
  const [, before = text, hit, after = ''] = /^([^⟦]*)⟦([^⟧]*)⟧(.*)$/s.exec(text) ?? []
  return (
    <>
      {before}
      {hit && <mark className="bg-data-wash text-ink">{hit}</mark>}
      {after && <Marked text={after} />}
    </>
  )
}

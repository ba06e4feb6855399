import type { ReactNode } from 'react'

/**
 * Typography for running text: posts, docs, legal pages, whatever comes out of MDX. The classes are in
 * prose.css. `serif` sets the text in the reading face; without it the interface's is used.
 */
export function Prose({ children, serif = true }: { children: ReactNode; serif?: boolean }) {
  return <div className={serif ? 'prose prose-serif' : 'prose'}>{children}</div>
}

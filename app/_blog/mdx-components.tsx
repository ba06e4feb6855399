import type { ComponentProps } from 'react'
import { Figure } from './figures/figure'
import { Note } from './note'
import { Promised } from './promised'

/** A table scrolls inside its own box, reachable by keyboard, so that the page never scrolls sideways. */
function Table(props: ComponentProps<'table'>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reachable by keyboard
    // biome-ignore lint/a11y/useSemanticElements: there are several on a page, and none is a landmark or a fieldset
    <div role="group" aria-label="Table" className="table-scroll" tabIndex={0}>
      <table className="prose-table" {...props} />
    </div>
  )
}

/** Numbers are aligned by class: the pages carry no inline style. */
const cell =
  (Cell: 'td' | 'th') =>
  ({ align, ...props }: ComponentProps<'td'> & { align?: string }) => (
    <Cell className={align === 'right' ? 'number' : undefined} {...props} />
  )

/** Code may be wider than the page: it scrolls in its own box, reachable by keyboard. */
// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
const Code = (props: ComponentProps<'pre'>) => <pre tabIndex={0} {...props} />

/** What MDX pages may use beside Markdown. */
export const mdxComponents = {
  pre: Code,
  table: Table,
  td: cell('td'),
  th: cell('th'),
  Figure,
  Note,
  Promise: Promised,
}

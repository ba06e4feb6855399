import type { Element, Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'

/** One entry of a table of contents. */
export type Heading = { depth: 2 | 3; id: string; text: string }

/**
 * Collects the second and third level headings into `into` and gives each a link to itself.
 * Runs after rehype-slug, which gives the ids.
 */
export function rehypeHeadings(into: Heading[]) {
  return () => (tree: Root) =>
    visit(tree, 'element', (element: Element) => {
      if (element.tagName !== 'h2' && element.tagName !== 'h3') return
      const id = String(element.properties.id ?? '')
      const text = textOf(element)
      if (text === 'Footnotes') return
      into.push({ depth: element.tagName === 'h2' ? 2 : 3, id, text })
      element.children.push({
        type: 'element',
        tagName: 'a',
        properties: { href: `#${id}`, className: ['anchor'], ariaLabel: `Link to “${text}”` },
        children: [{ type: 'text', value: '#' }],
      })
    })
}

import type { Root, RootContent } from 'mdast'

/**
 * Straight quotes and apostrophes as a printer would set them.
 * @param before the character that stands before the text, '' at the beginning of a paragraph
 */
export function typographic(text: string, before = ''): string {
  let last = before
  return [...text]
    .map(character => {
      const opens = last === '' || /[\s([{—–/“‘]/.test(last)
      const set =
        character === '"' ? (opens ? '“' : '”') : character === "'" ? (opens ? '‘' : '’') : character
      last = set
      return set
    })
    .join('')
}

/** Sets the quotes of running text, and of components' captions and titles; code stays as it is. */
export const remarkTypography = () => (tree: Root) => {
  setChildren(tree.children)
}

function setChildren(nodes: RootContent[]): void {
  let before = ''
  for (const node of nodes) {
    if (node.type === 'text') node.value = typographic(node.value, before)
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement')
      for (const attribute of node.attributes)
        if (attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string')
          attribute.value = typographic(attribute.value)
    if ('children' in node) setChildren(node.children as RootContent[])
    before = lastCharacter(node)
  }
}

function lastCharacter(node: RootContent): string {
  if ('value' in node && typeof node.value === 'string') return node.value.at(-1) ?? ''
  if ('children' in node && node.children.length > 0)
    return lastCharacter(node.children.at(-1) as RootContent)
  return ''
}

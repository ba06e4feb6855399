import { compile } from '@mdx-js/mdx'
import remarkGfm from 'remark-gfm'
import { visit } from 'unist-util-visit'
import { AppError } from '@/_platform/errors'

/** What a letter may use beside Markdown, with the attributes each takes. */
const components: Record<string, { needs: string[] }> = {
  Post: { needs: ['of'] },
  PostCard: { needs: ['of'] },
  Press: { needs: ['href'] },
  Note: { needs: ['title'] },
}

type Attribute = { type: string; name?: string; value?: unknown }
type Node = {
  type: string
  name?: string | null
  url?: string
  alt?: string | null
  attributes?: Attribute[]
  position?: { start: { line: number } }
}

export type Compiled = {
  /** A function body; see evaluate.ts. */
  code: string
  /** Slugs of the posts it shows. */
  posts: string[]
}

/**
 * Compiles a letter's MDX. It may use Markdown and a few components with plain attributes; expressions, imports
 * and HTML are refused, so that the words of a form never run as code.
 * @throws AppError 'invalid' for the field `source`, naming the line
 */
export async function compileLetter(source: string): Promise<Compiled> {
  const posts: string[] = []
  try {
    const code = await compile(source, {
      outputFormat: 'function-body',
      tableCellAlignToStyle: false,
      remarkPlugins: [remarkGfm, () => (tree: object) => check(tree, posts)],
    })
    return { code: String(code), posts }
  } catch (error) {
    if (error instanceof AppError) throw error
    const { line, reason } = error as { line?: number; reason?: string }
    throw refusal(line, reason?.split('\n')[0] ?? 'it is not valid MDX')
  }
}

const refusal = (line: number | undefined, what: string) =>
  new AppError('invalid', `Line ${line ?? 1}: ${what}.`, 'source')

function check(tree: object, posts: string[]): void {
  visit(
    tree as never,
    ((node: Node) => {
      const line = node.position?.start.line
      if (/^mdxjs|Expression$/.test(node.type))
        throw refusal(line, 'code in braces or imports can’t be used here; write \\{ for a brace')
      if (/^mdxJsx/.test(node.type)) checkComponent(node, line, posts)
      if (node.url !== undefined && !isSafe(node.url))
        throw refusal(line, 'a link begins with https://, mailto: or a slash')
      if (node.type === 'image' && !node.alt) throw refusal(line, 'an image needs an alternative text')
    }) as never,
  )
}

function checkComponent(node: Node, line: number | undefined, posts: string[]): void {
  const name = node.name ?? ''
  const known = Object.hasOwn(components, name) ? components[name] : undefined
  if (!known) throw refusal(line, `<${name}> is not known here; use ${Object.keys(components).join(', ')}`)
  const given = new Map<string, string>()
  for (const { type, name: attribute = '', value } of node.attributes ?? []) {
    if (type !== 'mdxJsxAttribute' || typeof value !== 'string' || !known.needs.includes(attribute))
      throw refusal(line, `<${name}> takes ${known.needs.join(', ')} as plain text and nothing else`)
    given.set(attribute, value)
  }
  for (const needed of known.needs)
    if (!given.get(needed)) throw refusal(line, `<${name}> needs ${needed}="…"`)
  if (name === 'Press' && !isSafe(given.get('href')!))
    throw refusal(line, 'a link begins with https://, mailto: or a slash')
  if (given.has('of')) posts.push(given.get('of')!)
}

const isSafe = (url: string): boolean => /^(https?:\/\/|mailto:|\/(?!\/)|#)/i.test(url)

import { compile } from '@mdx-js/mdx'
import rehypeShikiFromHighlighter from '@shikijs/rehype/core'
import rehypeSlug from 'rehype-slug'
import remarkGfm from 'remark-gfm'
import type { BuiltinTheme } from 'shiki'
import { type Heading, rehypeHeadings } from './headings'
import { colourByClass, makeHighlighter } from './highlight'
import { remarkTypography } from './typographer'

/** `code` is a function body for mdx-body.tsx; `headings` is the table of contents. */
export type Compiled = { code: string; headings: Heading[] }

const highlighter = makeHighlighter()

/**
 * Compiles MDX to a function body that renders on the server: no client script, no inline style.
 * @throws VFileMessage with the line of the content (front matter not counted) where MDX is wrong
 */
export async function compileMdx(source: string): Promise<Compiled> {
  const headings: Heading[] = []
  const theme = 'classes' as BuiltinTheme
  const code = await compile(source, {
    outputFormat: 'function-body',
    tableCellAlignToStyle: false,
    remarkPlugins: [remarkGfm, remarkTypography],
    rehypePlugins: [
      rehypeSlug,
      rehypeHeadings(headings),
      [rehypeShikiFromHighlighter, await highlighter, { theme, transformers: [colourByClass] }],
    ],
  })
  return { code: String(code), headings }
}

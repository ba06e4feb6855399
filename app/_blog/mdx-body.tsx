import type { ComponentType, ReactNode } from 'react'
import { Fragment, jsx, jsxs } from 'react/jsx-runtime'
import { mdxComponents } from './mdx-components'

type MdxContent = ComponentType<{ components?: Record<string, unknown> }>

const bodies = new Map<string, MdxContent>()

/** Compiled MDX (build/compile.ts) as a server component: nothing of it runs in the browser. */
export function MdxBody({ code }: { code: string }): ReactNode {
  const Content = bodies.get(code) ?? evaluate(code)
  bodies.set(code, Content)
  return <Content components={mdxComponents} />
}

/** The code is our own build's output, never a visitor's text. */
const evaluate = (code: string): MdxContent => new Function(code)({ Fragment, jsx, jsxs }).default

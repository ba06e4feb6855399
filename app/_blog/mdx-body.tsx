import type { ComponentType, ReactNode } from 'react'
import { Fragment, jsx, jsxs } from 'react/jsx-runtime'
import { env } from '@/_platform/env'
import { mdxComponents } from './mdx-components'

type MdxContent = ComponentType<{ components?: Record<string, unknown> }>

const bodies = new Map<string, MdxContent>()

/** What the pages write for the address of the deployment they are read on. */
const placeholder = 'https://your-host.example'

/** Compiled MDX (build/compile.ts) as a server component: nothing of it runs in the browser. */
export function MdxBody({
  code,
  components,
}: {
  code: string
  /** What this text may use beside the usual components. */
  components?: Record<string, unknown>
}): ReactNode {
  const Content = bodies.get(code) ?? evaluate(code)
  bodies.set(code, Content)
  return <Content components={{ ...mdxComponents, ...components }} />
}

/** The code is our own build's output, never a visitor's text. */
const evaluate = (code: string): MdxContent =>
  new Function(code.replaceAll(placeholder, env.SITE_URL))({ Fragment, jsx, jsxs }).default

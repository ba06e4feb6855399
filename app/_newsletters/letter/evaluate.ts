import type { ComponentType } from 'react'
import { Fragment, jsx, jsxs } from 'react/jsx-runtime'

type Content = ComponentType<{ components?: Record<string, unknown> }>

/** Compiled MDX as a component. The code is compileLetter's or our own build's: nothing in it was written by hand. */
export const evaluate = (code: string): Content => new Function(code)({ Fragment, jsx, jsxs }).default

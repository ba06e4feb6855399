import type { ComponentType } from 'react'
import { CertaintyBySample } from './certainty-by-sample'

/** Every figure that a page may name. */
export const figures = {
  'certainty-by-sample': CertaintyBySample,
} satisfies Record<string, ComponentType>

export type FigureName = keyof typeof figures

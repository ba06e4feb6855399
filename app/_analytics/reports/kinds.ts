import { attributionKind } from './attribution/attribution-query'
import { funnelKind } from './funnel/funnel-query'

/** The reports that are defined by an address, by the name that stands in it. */
export const kinds = { funnel: funnelKind, attribution: attributionKind } as const

export type KindName = keyof typeof kinds
export type DefinitionOf<N extends KindName> = ReturnType<(typeof kinds)[N]['schema']['parse']>
export type AnswerOf<N extends KindName> = Parameters<(typeof kinds)[N]['tables']>[0]

export const isKind = (name: string): name is KindName => Object.hasOwn(kinds, name)

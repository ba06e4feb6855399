export type Query = Promise<Record<string, string | string[] | undefined>>

/** One value of a page's address, or ''. */
export const one = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '')

/** A page number of an address: 1 where it is none. */
export const pageOf = (value: string | string[] | undefined): number =>
  Math.min(100_000, Math.max(1, Math.floor(Number(one(value)) || 1)))

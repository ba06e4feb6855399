import { allProducts, type Product } from 'content-collections'

export type { Product }

/** The capabilities in the order they are presented. */
export const products: Product[] = [...allProducts].sort((a, b) => a.order - b.order)

export const findProduct = (slug: string): Product | undefined =>
  products.find(product => product.slug === slug)

/** What a capability's status means, in words for a reader. */
export const statusWords = {
  works: 'Works today',
  partly: 'Works in part',
  coming: 'Not built yet',
} as const

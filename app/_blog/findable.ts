import { allPages, allProducts } from 'content-collections'
import type { Clock } from '@/_platform/clock'
import { docsInOrder } from './docs'
import { visiblePosts } from './posts'
import type { Findable } from './search.data'

type Source = { title: string; description: string; text: string; slug: string }

const findable =
  (kind: string, under: string) =>
  ({ title, description, text, slug }: Source): Findable => ({
    href: `${under}/${slug}`,
    kind,
    title,
    description,
    text,
  })

/** What the documentation's search looks through. */
export const findableDocs = (): Findable[] => [
  ...docsInOrder.map(findable('Docs', '/docs')),
  ...allProducts.map(findable('Product', '/product')),
  ...allPages.map(findable('Site', '')),
]

/** What the blog's search looks through: the posts that readers may see now. */
export const findablePosts = (clock: Clock): Findable[] => visiblePosts(clock).map(findable('Blog', '/blog'))

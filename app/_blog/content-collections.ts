import { type Context, defineCollection, defineConfig } from '@content-collections/core'
import { compileMdx } from './build/compile'
import { feedHtml } from './build/feed-html'
import { frontMatter } from './build/front-matter'
import { plainText, readingMinutes } from './build/plain-text'
import { docSchema, legalSchema, pageSchema, postSchema, productSchema, webinarSchema } from './build/schemas'
import { typographic } from './build/typographer'
import { instantOf } from './instant'

type Source = { title: string; description: string; content: string; _meta: { path: string } }

/** What every page has beside its front matter: slug, compiled body, table of contents, words for the search. */
async function compiled<T extends Source>(page: T, { cache }: Context) {
  const { content, _meta, ...front } = page
  const body = await cache(content, compileMdx, { key: 'mdx' })
  return {
    ...front,
    ...body,
    title: typographic(front.title),
    description: typographic(front.description),
    slug: _meta.path,
    source: content,
    text: plainText(content),
  }
}

const include = '**/*.mdx'

const posts = defineCollection({
  name: 'posts',
  directory: '../../content/blog',
  include,
  schema: postSchema,
  parser: frontMatter(postSchema),
  transform: async (post, context) => {
    const page = await compiled(post, context)
    return {
      ...page,
      html: feedHtml(page.code),
      publishedAt: instantOf(post.published),
      updatedAt: instantOf(post.updated ?? post.published),
      minutes: readingMinutes(post.content),
    }
  },
})

const docs = defineCollection({
  name: 'docs',
  directory: '../../content/docs',
  include,
  schema: docSchema,
  parser: frontMatter(docSchema),
  transform: compiled,
})

const pages = defineCollection({
  name: 'pages',
  directory: '../../content/pages',
  include,
  schema: pageSchema,
  parser: frontMatter(pageSchema),
  transform: compiled,
})

const products = defineCollection({
  name: 'products',
  directory: '../../content/product',
  include,
  schema: productSchema,
  parser: frontMatter(productSchema),
  transform: compiled,
})

const legal = defineCollection({
  name: 'legal',
  typeName: 'LegalVersion',
  directory: '../../content/legal',
  include,
  schema: legalSchema,
  parser: frontMatter(legalSchema),
  transform: compiled,
})

const webinars = defineCollection({
  name: 'webinars',
  directory: '../../content/webinars',
  include,
  schema: webinarSchema,
  parser: frontMatter(webinarSchema),
  transform: compiled,
})

export default defineConfig({ content: [posts, docs, pages, products, legal, webinars] })

import { MdxBody } from '@/_blog/mdx-body'
import { mdxComponents } from '@/_blog/mdx-components'
import { PostList } from '@/_blog/post-list'
import { findPost, type Post } from '@/_blog/posts'
import { systemClock } from '@/_platform/clock'
import { ButtonLink } from '@/_ui/button'
import { compileLetter } from './compile'
import { evaluate } from './evaluate'

const postOf = (slug: string): Post | undefined => {
  const found = findPost(slug, systemClock)
  return found && 'post' in found ? found.post : undefined
}

function WholePost({ of }: { of: string }) {
  const post = postOf(of)
  return post ? <MdxBody code={post.code} /> : null
}

function PostCard({ of }: { of: string }) {
  const post = postOf(of)
  return post ? <PostList posts={[post]} level="h2" /> : null
}

const components = { ...mdxComponents, Post: WholePost, PostCard, Press: ButtonLink }

/** A letter as a page of the site. */
export async function LetterPage({ source }: { source: string }) {
  const Body = evaluate((await compileLetter(source)).code)
  return <Body components={components} />
}

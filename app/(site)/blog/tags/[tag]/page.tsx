import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import { feedLinks } from '@/_blog/feeds/feed-links'
import { PostList } from '@/_blog/post-list'
import { visiblePosts } from '@/_blog/posts'
import { isTag, type TagKey, tags } from '@/_blog/tags'
import { systemClock } from '@/_platform/clock'
import { Breadcrumbs } from '@/_ui/breadcrumbs'
import { pageAddress } from '@/_ui/page-address'
import { PageHead } from '@/_ui/page-head'

type Props = { params: Promise<{ tag: string }> }

async function tagOf({ params }: Props): Promise<TagKey> {
  const { tag } = await params
  if (!isTag(tag)) notFound()
  return tag
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const tag = await tagOf(props)
  const page = `/blog/tags/${tag}`
  return {
    title: `${tags[tag].name}, on the blog`,
    description: tags[tag].about,
    ...pageAddress(page, { types: feedLinks(page) }),
  }
}

export default async function TagPage(props: Props) {
  await connection()
  const tag = await tagOf(props)
  const { name, about } = tags[tag]
  return (
    <>
      <PageHead above={<Breadcrumbs above={[{ href: '/blog', text: 'Blog' }]} here={name} />} title={name}>
        {about}
      </PageHead>
      <div className="border-t border-ink">
        <PostList posts={visiblePosts(systemClock).filter(post => post.tags.includes(tag))} level="h2" />
      </div>
    </>
  )
}

import type { Metadata } from 'next'
import Link from 'next/link'
import { CommentForm } from '@/_blog/comments/comment-form'
import { pageProof } from '@/_blog/comments/page-proof'
import { findPost } from '@/_blog/posts'
import { systemClock } from '@/_platform/clock'
import { draftOf } from '@/_platform/drafts'
import { PageHead } from '@/_ui/page-head'
import { DeadLink, type Query } from '../../email/link'

export const metadata: Metadata = { title: 'Your comment' }

/** A refused comment with what was typed, for browsers without script. */
export default async function CommentDraft({ searchParams }: { searchParams: Query }) {
  const draft = draftOf(String((await searchParams).id), systemClock)
  const slug = draft?.typed.post ?? ''
  const found = findPost(slug, systemClock)
  if (!draft || !found || 'movedTo' in found)
    return (
      <DeadLink
        why="What you typed is kept for half an hour, and that is over. Your browser’s back button may still have it."
        href="/blog"
        next="Go to the blog"
      />
    )
  return (
    <div className="shell pb-20">
      <PageHead title="Your comment">
        On{' '}
        <Link className="link" href={`/blog/${slug}`}>
          {found.post.title}
        </Link>
      </PageHead>
      <CommentForm
        post={slug}
        parent={draft.typed.parent || undefined}
        made={draft.typed.made || pageProof(slug, systemClock)}
        draft={draft}
      />
    </div>
  )
}

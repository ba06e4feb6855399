import type { Metadata } from 'next'
import { CommentEntry } from '@/_blog/comments/comment-entry'
import { CommentForm } from '@/_blog/comments/comment-form'
import { pageProof } from '@/_blog/comments/page-proof'
import { publicComment } from '@/_blog/comments/reports.data'
import { systemClock } from '@/_platform/clock'
import { PageHead } from '@/_ui/page-head'
import { DeadLink, isRefused, type Query, readLink } from '../../email/link'
import '@/_blog/comments/comments.css'

export const metadata: Metadata = { title: 'Answer a comment' }

/** Where "Answer" leads without script. */
export default async function Reply({ searchParams }: { searchParams: Query }) {
  const { to } = await searchParams
  const comment = await readLink(() => publicComment(String(to)))
  if (isRefused(comment)) return <DeadLink why={comment.refused} href="/blog" next="Go to the blog" />
  return (
    <div className="shell pb-20">
      <PageHead title={`Answer ${comment.name}`} />
      <div className="mb-8 max-w-read border-l-2 border-rule pl-5">
        <CommentEntry comment={comment} permalink={`/blog/${comment.post}#${comment.id}`} />
      </div>
      <CommentForm post={comment.post} parent={comment.id} made={pageProof(comment.post, systemClock)} />
    </div>
  )
}

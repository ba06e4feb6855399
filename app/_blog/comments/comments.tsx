import { systemClock } from '@/_platform/clock'
import { Notice } from '@/_ui/notice'
import { longDate } from '../dates'
import type { Post } from '../posts'
import { CommentEntry } from './comment-entry'
import { CommentForm } from './comment-form'
import { closesAt, type PublicComment, threadsOf } from './comments.data'
import { pageProof } from './page-proof'
import './comments.css'

/** The conversation under a post, as it is at this moment, and the form that goes on with it. */
export async function Comments({ post }: { post: Post }) {
  const threads = await threadsOf(post.slug)
  const open = closesAt(post) > systemClock()
  const count = threads.reduce((sum, thread) => sum + (thread.removed ? 0 : 1) + thread.replies.length, 0)
  const foot = (comment: PublicComment) => (
    <p className="mt-2 flex gap-5 text-[0.9375rem]" data-foot>
      {open && (
        <a
          className="link inline-flex min-h-6 items-center"
          href={`/comments/reply?to=${comment.id}`}
          data-answer
        >
          Answer <span className="sr-only">{comment.name}</span>
        </a>
      )}
      <a
        className="inline-flex min-h-6 items-center text-soft"
        href={`/comments/own?id=${comment.id}`}
        rel="nofollow"
      >
        Yours?
      </a>
      <a
        className="inline-flex min-h-6 items-center text-soft"
        href={`/comments/report?id=${comment.id}`}
        rel="nofollow"
      >
        Report
      </a>
    </p>
  )
  return (
    <section
      aria-labelledby="comments"
      className="mt-14 max-w-read border-t border-ink pt-8"
      data-post={post.slug}
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 id="comments" className="text-2xl">
          {count === 0 ? 'Comments' : count === 1 ? 'One comment' : `${count} comments`}
        </h2>
        <a className="link text-[0.9375rem]" href={`/blog/${post.slug}/comments.xml`}>
          Feed of comments
        </a>
      </div>
      <ol className="mt-4" id="comment-list">
        {threads.map(({ replies, ...comment }) => (
          <li key={comment.id} id={comment.id} className="comment">
            <CommentEntry comment={comment} permalink={`#${comment.id}`}>
              {foot(comment)}
            </CommentEntry>
            <ol>
              {replies.map(reply => (
                <li key={reply.id} id={reply.id} className="comment comment-reply">
                  <CommentEntry comment={reply} permalink={`#${reply.id}`}>
                    {foot(reply)}
                  </CommentEntry>
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
      {count === 0 && open && <p className="text-soft">Nobody has said anything yet.</p>}
      <div className="mt-8" id="comment-home">
        {open ? (
          <>
            <h3 className="mb-1 text-xl">Write a comment</h3>
            <p className="mb-5 text-[0.9375rem] text-soft">
              A first comment waits until one of us has read it. This conversation is open until{' '}
              {longDate(closesAt(post))}.
            </p>
            <CommentForm post={post.slug} made={pageProof(post.slug, systemClock)} />
          </>
        ) : (
          <Notice title="This conversation is closed">
            Comments are taken for half a year after a post appears. What was said stays.
          </Notice>
        )}
      </div>
      <script defer src="/comments.js" />
    </section>
  )
}

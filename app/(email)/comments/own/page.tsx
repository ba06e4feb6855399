import type { Metadata } from 'next'
import { headers } from 'next/headers'
import Link from 'next/link'
import { CommentEntry } from '@/_blog/comments/comment-entry'
import { mostLetters } from '@/_blog/comments/form'
import { type OwnComment, ownComment } from '@/_blog/comments/own.data'
import { systemClock } from '@/_platform/clock'
import { Button } from '@/_ui/button'
import { ErrorSummary } from '@/_ui/error-summary'
import { TextField } from '@/_ui/field'
import { Notice } from '@/_ui/notice'
import { PageHead } from '@/_ui/page-head'
import { isRefused, type Query, readLink } from '../../email/link'
import { AskForm } from './ask-form'
import '@/_blog/comments/comments.css'

export const metadata: Metadata = { title: 'Your comment' }

const problems: Record<string, string> = {
  text: `Write something, at most ${mostLetters} letters, or remove the comment.`,
  email: 'Write your address in full, like ann@example.com.',
  often: 'Your network asked very often. Wait five minutes, then try again.',
}

/** One's own comment: what became of it, and the forms to change or remove it. */
export default async function Own({ searchParams }: { searchParams: Query }) {
  const query = await searchParams
  const id = String(query.id ?? '')
  const token = typeof query.token === 'string' ? query.token : undefined
  const problem = problems[String(query.problem)]
  if (query.removed === '1') return <Removed />
  const cookie = (await headers()).get('cookie')
  const comment = await readLink(() => ownComment(id, { cookie, token }, systemClock))
  return (
    <div className="shell pb-20">
      <PageHead title="Your comment" />
      <div className="max-w-read space-y-8">
        {isRefused(comment) ? (
          <AskForm id={id} asked={query.asked === '1'} refused={comment.refused} problem={problem} />
        ) : (
          <Change comment={comment} token={token} changed={query.changed === '1'} problem={problem} />
        )}
      </div>
    </div>
  )
}

function Change({
  comment,
  token,
  changed,
  problem,
}: {
  comment: OwnComment
  token?: string
  changed: boolean
  problem?: string
}) {
  const hidden = (
    <>
      <input type="hidden" name="id" value={comment.id} />
      <input type="hidden" name="token" value={token ?? ''} />
    </>
  )
  const place = `/blog/${comment.post}${comment.state === 'approved' ? `#${comment.id}` : ''}`
  return (
    <>
      <Notice
        kind="good"
        title={changed ? 'Changed' : comment.state === 'approved' ? 'It is there' : 'It is kept'}
      >
        {comment.state === 'approved'
          ? 'Everybody can read it.'
          : 'It appears when one of us has read it; until then only you see it.'}{' '}
        <Link className="link" href={place}>
          Back to “{comment.title}”
        </Link>
      </Notice>
      <div className="border-l-2 border-rule pl-5">
        <CommentEntry comment={comment} />
      </div>
      <form method="post" action="/comments/own/change">
        <ErrorSummary errors={problem ? [{ field: 'text', message: problem }] : []} />
        {hidden}
        <TextField
          name="text"
          label="Change it"
          defaultValue={comment.text}
          maxLength={mostLetters}
          error={problem}
          required
        />
        <Button className="mt-4" name="act" value="edit">
          Save the change
        </Button>
      </form>
      <form method="post" action="/comments/own/change">
        {hidden}
        <Button look="quiet" name="act" value="delete">
          Remove it
        </Button>
        <p className="mt-2 text-[0.9375rem] text-soft">
          Its words, your name and your address are deleted. Answers to it stay.
        </p>
      </form>
    </>
  )
}

const Removed = () => (
  <div className="shell pb-20">
    <PageHead title="Removed" />
    <Notice kind="good">
      Its words, your name and your address are deleted.{' '}
      <Link className="link" href="/blog">
        Go to the blog
      </Link>
    </Notice>
  </div>
)

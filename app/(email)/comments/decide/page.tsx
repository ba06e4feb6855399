import type { Metadata } from 'next'
import Link from 'next/link'
import { CommentEntry } from '@/_blog/comments/comment-entry'
import { readDecision } from '@/_blog/comments/moderation.data'
import { systemClock } from '@/_platform/clock'
import { Button } from '@/_ui/button'
import { Notice } from '@/_ui/notice'
import { PageHead } from '@/_ui/page-head'
import { DeadLink, isRefused, type Query, readLink, tokenOf } from '../../email/link'
import '@/_blog/comments/comments.css'

export const metadata: Metadata = { title: 'A comment waits' }

const states: Record<string, string> = {
  approved: 'It stands on the page.',
  spam: 'It counts as spam, and the filter has learnt from it.',
}

/** Where the mail to staff leads. Opening it changes nothing; a press does, in the name of whom the mail was for. */
export default async function Decide({ searchParams }: { searchParams: Query }) {
  const token = await tokenOf(searchParams)
  const link = await readLink(() => readDecision(token, systemClock))
  if (isRefused(link)) return <DeadLink why={link.refused} href="/staff/comments" next="Open the queue" />
  const { comment } = link
  const done = (await searchParams).done === '1'
  if (!comment)
    return <DeadLink why="The comment is not there any more." href="/staff/comments" next="Open the queue" />
  return (
    <div className="shell pb-20">
      <PageHead title={done ? 'Decided' : 'A comment waits'}>
        On{' '}
        <Link className="link" href={`/blog/${comment.post}`}>
          {comment.title}
        </Link>
      </PageHead>
      <div className="max-w-read space-y-6">
        {comment.state !== 'held' && <Notice kind="good">{states[comment.state]}</Notice>}
        <div className="border-l-2 border-rule pl-5">
          <CommentEntry comment={{ ...comment, removed: false }} />
        </div>
        {comment.why.length > 0 && <p className="text-soft">It was held: {comment.why.join('; ')}.</p>}
        <form method="post" action="/comments/decide/press" className="flex flex-wrap gap-3">
          <input type="hidden" name="token" value={token} />
          <Button name="act" value="approve">
            Approve
          </Button>
          <Button look="quiet" name="act" value="spam">
            It is spam
          </Button>
          <Button look="quiet" name="act" value="delete">
            Delete it
          </Button>
        </form>
      </div>
    </div>
  )
}

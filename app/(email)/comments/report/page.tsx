import type { Metadata } from 'next'
import Link from 'next/link'
import { CommentEntry } from '@/_blog/comments/comment-entry'
import { publicComment } from '@/_blog/comments/reports.data'
import { Button } from '@/_ui/button'
import { SelectField } from '@/_ui/field'
import { Notice } from '@/_ui/notice'
import { PageHead } from '@/_ui/page-head'
import { DeadLink, isRefused, type Query, readLink } from '../../email/link'
import { reportReasons } from './reasons'
import '@/_blog/comments/comments.css'

export const metadata: Metadata = { title: 'Report a comment' }

export default async function Report({ searchParams }: { searchParams: Query }) {
  const { id, sent, problem } = await searchParams
  if (sent === '1')
    return (
      <div className="shell pb-20">
        <PageHead title="Reported" />
        <Notice kind="good">
          One of us looks at it.{' '}
          <Link className="link" href="/blog">
            Go to the blog
          </Link>
        </Notice>
      </div>
    )
  const comment = await readLink(() => publicComment(String(id)))
  if (isRefused(comment) || problem)
    return (
      <DeadLink
        why={
          isRefused(comment)
            ? comment.refused
            : 'Your network reported very often. Wait ten minutes, then try again.'
        }
        href="/blog"
        next="Go to the blog"
      />
    )
  return (
    <div className="shell pb-20">
      <PageHead title="Report a comment">
        Staff look at every report. Nothing about you is kept but that your network reported this comment, as
        a keyed hash.
      </PageHead>
      <div className="mb-8 max-w-read border-l-2 border-rule pl-5">
        <CommentEntry comment={comment} permalink={`/blog/${comment.post}#${comment.id}`} />
      </div>
      <form method="post" action="/comments/report/press" className="max-w-[30rem]">
        <input type="hidden" name="id" value={comment.id} />
        <SelectField name="why" label="What is wrong with it?">
          {Object.entries(reportReasons).map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </SelectField>
        <Button className="mt-5">Report it</Button>
      </form>
    </div>
  )
}

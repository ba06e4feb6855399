import type { ReactNode } from 'react'
import { isoDate } from '../dates'
import type { PublicComment } from './comments.data'

const time = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })

/** One comment. `children` are what can be done with it. */
export function CommentEntry({
  comment,
  permalink,
  children,
}: {
  comment: PublicComment
  permalink?: string
  children?: ReactNode
}) {
  const { name, website, at, editedAt, html, removed } = comment
  if (removed) return <p className="text-soft">Its writer removed this comment.</p>
  const when = <time dateTime={isoDate(at)}>{time.format(at)} UTC</time>
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3">
        {website ? (
          <a href={website} rel="nofollow ugc noopener" className="link font-semibold">
            {name}
          </a>
        ) : (
          <strong className="font-semibold">{name}</strong>
        )}
        <span className="figures text-[0.9375rem] text-soft">
          {permalink ? <a href={permalink}>{when}</a> : when}
          {editedAt && ', changed since'}
        </span>
      </p>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: markdown.ts made it; nothing typed is a tag in it */}
      <div className="comment-text mt-2" dangerouslySetInnerHTML={{ __html: html }} />
      {children}
    </>
  )
}

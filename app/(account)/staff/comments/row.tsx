import type { List, Moderated } from '@/_blog/comments/moderation.data'
import { Button } from '@/_ui/button'

const time = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })

/** One comment of the queue, with what is known of it and what can be done. */
export function Row({ row, list }: { row: Moderated; list: List }) {
  const button = (act: string, text: string) => (
    <Button small look="bare" name="do" value={`one:${row.id}:${act}`} aria-label={`${text}: ${row.name}`}>
      {text}
    </Button>
  )
  return (
    <li
      data-comment
      tabIndex={-1}
      className="grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-2 border-b border-rule py-4 focus:bg-shade"
    >
      <input
        type="checkbox"
        name="id"
        value={row.id}
        aria-label={`Tick the comment of ${row.name}`}
        className="mt-0.5 size-5 accent-signal"
      />
      <div className="min-w-0">
        <p className="flex flex-wrap gap-x-3 text-[0.9375rem]">
          <strong>{row.name}</strong>
          <span className="break-all text-soft">{row.email}</span>
          {row.website && <span className="break-all text-soft">{row.website}</span>}
          <span className="figures text-soft">{time.format(row.at)} UTC</span>
        </p>
        <p className="text-[0.9375rem] text-soft">
          {row.answerTo ? `Answers ${row.answerTo} on ` : 'On '}
          <a className="link" href={`/blog/${row.post}#${row.id}`}>
            {row.title}
          </a>
          {row.why.length > 0 && `. Held: ${row.why.join('; ')}`}
          {row.reports.length > 0 && `. Reported: ${row.reports.join('; ')}`}
          {row.banned && '. The address is banned'}
        </p>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: markdown.ts made it; nothing typed is a tag in it */}
        <div className="comment-text mt-2 max-w-read" dangerouslySetInnerHTML={{ __html: row.html }} />
        <p className="mt-2 flex flex-wrap gap-x-4">
          {list !== 'approved' && list !== 'reported' && button('approve', 'Approve')}
          {list === 'reported' && button('keep', 'Drop reports')}
          {list !== 'spam' && button('spam', 'Spam')}
          {button('delete', 'Delete')}
          {row.banned ? button('unban', 'Lift the ban') : button('ban', 'Ban the address')}
        </p>
      </div>
    </li>
  )
}

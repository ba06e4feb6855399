import { wordings } from '@/_audience/wordings'
import { Button } from '@/_ui/button'
import { ErrorSummary } from '@/_ui/error-summary'
import { CheckField, Field, TextField } from '@/_ui/field'
import { mostLetters } from './form'

export type CommentDraft = { typed: Record<string, string>; errors: { field: string; message: string }[] }

const idOf = (field: string) => `comment-${field}`

/** Asks for a comment. A plain form; /comments.js sends it without leaving the page where there is script. */
export function CommentForm({
  post,
  parent,
  made,
  draft = { typed: {}, errors: [] },
}: {
  post: string
  /** The comment that is answered. */
  parent?: string
  /** The proof of when the page was made. */
  made: string
  draft?: CommentDraft
}) {
  const { typed, errors } = draft
  const error = (field: string) => errors.find(one => one.field === field)?.message
  const field = (name: string) => ({ name, id: idOf(name), error: error(name), defaultValue: typed[name] })
  return (
    <form method="post" action="/comments/new" className="max-w-read" id="comment-form">
      <div data-errors>
        <ErrorSummary errors={errors.map(one => ({ ...one, field: idOf(one.field) }))} />
      </div>
      <input type="hidden" name="post" value={post} />
      <input type="hidden" name="parent" value={parent ?? ''} />
      <input type="hidden" name="made" value={made} />
      <p className="sr-only" aria-hidden="true">
        <label htmlFor="comment-url">Leave this empty</label>
        <input id="comment-url" type="text" name="url" tabIndex={-1} autoComplete="off" />
      </p>
      <TextField
        {...field('text')}
        label="Your comment"
        rows={6}
        maxLength={mostLetters}
        required
        help="Markdown works: *emphasis*, `code`, > quotes, lists and links. No HTML."
      />
      <div className="mt-5 grid gap-x-6 gap-y-5 sm:grid-cols-2">
        <Field
          {...field('name')}
          label="Name"
          autoComplete="name"
          maxLength={60}
          required
          help="Shown with it."
        />
        <Field
          {...field('email')}
          label="Email"
          type="email"
          autoComplete="email"
          maxLength={254}
          required
          help="Never shown to anyone."
        />
        <Field
          {...field('website')}
          label="Website (optional)"
          autoComplete="url"
          inputMode="url"
          maxLength={200}
          className="sm:col-span-2"
        />
      </div>
      <CheckField
        name="notify"
        id={idOf('notify')}
        defaultChecked={typed.notify === 'on'}
        label="Mail me the answers in this conversation. Each mail has a link that mutes it."
        className="mt-5"
      />
      <CheckField
        name="newsletter"
        id={idOf('newsletter')}
        defaultChecked={typed.newsletter === 'on'}
        label={wordings.withComment}
        className="mt-3"
      />
      <p className="mt-4 text-[0.9375rem] text-soft">
        Your address is kept with the comment, to recognise you and for what you ticked. For 15 minutes this
        browser can change or remove what it sent; a cookie remembers that. Later a mailed link can.
      </p>
      <Button className="mt-5">{parent ? 'Send the answer' : 'Send the comment'}</Button>
    </form>
  )
}

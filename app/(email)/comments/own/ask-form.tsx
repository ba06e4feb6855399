import { Button } from '@/_ui/button'
import { ErrorSummary } from '@/_ui/error-summary'
import { Field } from '@/_ui/field'
import { Notice } from '@/_ui/notice'

/** Asks for the address a comment was sent from, to mail it a link. */
export function AskForm({
  id,
  asked,
  refused,
  problem,
}: {
  id: string
  asked: boolean
  refused: string
  problem?: string
}) {
  if (asked)
    return (
      <Notice kind="good" title="Look into your mailbox">
        If the comment was sent from that address, a message with a link is on its way to it. The link works
        for an hour.
      </Notice>
    )
  return (
    <form method="post" action="/comments/own/ask" className="max-w-[30rem]">
      <ErrorSummary errors={problem ? [{ field: 'email', message: problem }] : []} />
      <p className="mb-6">{refused}</p>
      <input type="hidden" name="id" value={id} />
      <Field
        name="email"
        label="Email"
        type="email"
        autoComplete="email"
        maxLength={254}
        error={problem}
        required
        help="The address that you gave with the comment."
      />
      <Button className="mt-5">Mail me a link</Button>
    </form>
  )
}

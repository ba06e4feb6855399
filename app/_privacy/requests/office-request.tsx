import { Button } from '@/_ui/button'
import { ErrorSummary } from '@/_ui/error-summary'
import { TextField } from '@/_ui/field'
import { isErasure, requestKinds } from './kinds'
import type { OfficeRequest } from './office.data'
import { stepNames, type stepsOf } from './steps.data'

type Props = {
  request: OfficeRequest
  steps: Awaited<ReturnType<typeof stepsOf>>
  viewerId: string
  /** Where the forms are sent. */
  action: string
  problem?: string
}

const time = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })

/** One request with all that its office may do. Forms work without script. */
export function OfficeRequestView({ request, steps, viewerId, action, problem }: Props) {
  const facts: [string, string][] = [
    ['Wants', requestKinds[request.kind].name],
    ['Address', request.email || 'erased'],
    ['Asked', time.format(request.askedAt)],
    ...(request.dueAt === undefined
      ? []
      : ([['Due', `${time.format(request.dueAt)}${request.late ? ': late' : ''}`]] as [string, string][])),
    ...(request.refusedProviders.length
      ? ([['Refused providers', request.refusedProviders.join(', ')]] as [string, string][])
      : []),
    ...(request.details ? ([['In their words', request.details]] as [string, string][]) : []),
  ]
  return (
    <div className="max-w-[46rem] space-y-10">
      <ErrorSummary title="Nothing was done" errors={problem ? [{ field: 'text', message: problem }] : []} />
      <dl className="divide-y divide-rule border-y border-rule">
        {facts.map(([name, value]) => (
          <div key={name} className="grid gap-x-6 py-2 sm:grid-cols-[11rem_1fr]">
            <dt className="text-soft">{name}</dt>
            <dd className="whitespace-pre-line wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      <section aria-labelledby="record">
        <h2 id="record" className="mb-3 text-2xl">
          Record
        </h2>
        <ol className="divide-y divide-rule border-y border-rule">
          {steps.map(({ id, at, what, text }) => (
            <li key={id} className="grid gap-x-6 py-2 sm:grid-cols-[11rem_1fr]">
              <span className="text-soft">{time.format(at)}</span>
              <span>
                {stepNames[what]}
                {text && `: ${text}`}
              </span>
            </li>
          ))}
        </ol>
      </section>
      {request.state === 'proven' && <Acts request={request} viewerId={viewerId} action={action} />}
    </div>
  )
}

function Acts({ request, viewerId, action }: Pick<Props, 'request' | 'viewerId' | 'action'>) {
  const { id, kind, proposedBy, putOff, siteId } = request
  const erases = isErasure(kind)
  const waitsForAnother = erases && proposedBy === viewerId && siteId === null
  return (
    <section aria-labelledby="what-to-do">
      <h2 id="what-to-do" className="mb-3 text-2xl">
        What to do
      </h2>
      {waitsForAnother && (
        <p className="mb-4">You proposed the erasure. Another of the staff has to confirm it.</p>
      )}
      <form method="post" action={action} className="space-y-5">
        <input type="hidden" name="id" value={id} />
        <TextField
          name="text"
          label="To the person who asked"
          maxLength={4000}
          help={
            kind === 'access'
              ? 'With the answer goes a link to an archive of everything that is held under the address.'
              : 'They get these words by mail. A refusal and a later date need a reason.'
          }
        />
        <div className="flex flex-wrap gap-3">
          {!erases && (
            <Button name="act" value="answer">
              {kind === 'access' ? 'Collect and answer' : 'Answer'}
            </Button>
          )}
          {erases && !proposedBy && (
            <Button name="act" value="propose-erasure">
              Propose the erasure
            </Button>
          )}
          {erases && proposedBy && !waitsForAnother && (
            <Button name="act" value="erase">
              Erase for good
            </Button>
          )}
          {!putOff && (
            <Button name="act" value="put-off" look="quiet">
              Put off to the second date
            </Button>
          )}
          <Button name="act" value="refuse" look="quiet">
            Refuse
          </Button>
        </div>
      </form>
    </section>
  )
}

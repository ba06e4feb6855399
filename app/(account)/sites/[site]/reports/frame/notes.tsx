import type { KindName } from '@/_analytics/reports/kinds'
import { Button } from '@/_ui/button'
import { Field } from '@/_ui/field'
import { shortDay } from '@/_ui/format'
import { Folded } from './fields'
import type { ReportHere } from './report-here'

/** What happened on the days that are shown, as members noted it down. */
export function Notes<N extends KindName>({ page }: { page: ReportHere<N> }) {
  const { notes, here, link, read } = page
  const action = `${here.replace(/[^/]+$/, '')}notes`
  const back = `${here}?${link}`
  return (
    <section aria-labelledby="notes" className="mt-10">
      <h3 id="notes" className="text-xl">
        Notes
      </h3>
      {notes.length > 0 && (
        <ul className="mt-2 space-y-1">
          {notes.map(({ id, day, text }) => (
            <li key={id} className="flex flex-wrap items-baseline gap-x-3">
              <time dateTime={day} className="figures w-16 text-soft">
                {shortDay(day)}
              </time>
              <span className="wrap-anywhere">{text}</span>
              <form method="post" action={action} className="print:hidden">
                <input type="hidden" name="back" value={back} />
                <input type="hidden" name="remove" value={id} />
                <button type="submit" className="link cursor-pointer text-sm">
                  Remove<span className="sr-only"> the note “{text}”</span>
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <div className="print:hidden">
        <Folded summary="Note what happened on a day" open={false}>
          <form method="post" action={action} className="flex flex-wrap items-end gap-3">
            <input type="hidden" name="back" value={back} />
            <Field name="day" label="Day" id="note-day" type="date" defaultValue={read.days.to} required />
            <Field
              name="text"
              label="What happened"
              id="note-text"
              maxLength={120}
              required
              className="w-80 max-w-full"
            />
            <Button look="quiet">Note it</Button>
          </form>
        </Folded>
      </div>
    </section>
  )
}

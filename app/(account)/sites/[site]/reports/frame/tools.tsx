import type { KindName } from '@/_analytics/reports/kinds'
import { Button } from '@/_ui/button'
import { Field } from '@/_ui/field'
import type { ReportHere } from './report-here'

const link = 'link inline-flex min-h-9 items-center'

/** Files of the figures, and a name to keep the report under. */
export function Tools<N extends KindName>({ page }: { page: ReportHere<N> }) {
  const { here, link: query, site, kind, saved } = page
  const same = saved.find(one => one.report === kind && one.query === query)
  return (
    <section aria-labelledby="keep" className="mt-12 border-t border-rule pt-5 print:hidden">
      <h2 id="keep" className="sr-only">
        Keep and hand on
      </h2>
      <div className="flex flex-wrap items-end justify-between gap-x-10 gap-y-4">
        <form
          method="post"
          action={`${here.replace(/[^/]+$/, '')}saved`}
          className="flex flex-wrap items-end gap-2"
        >
          <input type="hidden" name="report" value={kind} />
          <input type="hidden" name="query" value={query} />
          <Field
            name="name"
            label="Save this report as"
            defaultValue={same?.name}
            maxLength={100}
            required
            className="w-64 max-w-full"
          />
          <Button look="quiet">Save</Button>
        </form>
        <ul className="flex flex-wrap gap-x-5">
          <li>
            <a href={`${here}/data?format=csv&${query}`} className={link} download>
              Download as CSV
            </a>
          </li>
          <li>
            <a href={`${here}/data?format=json&${query}`} className={link}>
              As JSON
            </a>
          </li>
          <li>
            <a href={`${here}?${query}`} className={link}>
              Link to this report
            </a>
          </li>
        </ul>
      </div>
      <p className="mt-3 text-[0.9375rem] text-soft">
        The same by machine:{' '}
        <code className="wrap-anywhere">
          GET /api/v1/sites/{site.id}/reports/{kind}
        </code>{' '}
        with this page’s query and a token of the site.
      </p>
    </section>
  )
}

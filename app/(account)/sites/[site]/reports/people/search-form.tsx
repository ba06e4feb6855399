import { columnKinds } from '@/_analytics/reports/people/people-query'
import { Button } from '@/_ui/button'
import { ErrorSummary } from '@/_ui/error-summary'
import { SelectField } from '@/_ui/field'
import { ChoiceField, Folded, KnownNames, ValueField } from '../frame/fields'
import { PeopleFields } from '../frame/people-fields'
import type { ReportHere } from '../frame/report-here'

const kinds = {
  '': 'No column',
  ...Object.fromEntries(
    Object.entries(columnKinds).map(([kind, { text, of }]) => [
      kind,
      of === 'event' ? `${text} of an event` : of === 'property' ? `${text} of a property` : text,
    ]),
  ),
}

/** Who is searched for and what is shown of them, as a plain form whose answer is an address. */
export function SearchForm({ page }: { page: ReportHere<'people'> }) {
  const { form, here, read, saved } = page
  const columns = form.length('columns')
  return (
    <div className="rounded-md border border-rule bg-sheet p-4 print:hidden sm:p-5">
      <ErrorSummary title="Nobody was searched for" errors={form.errors} />
      <form method="get" action={here} key={JSON.stringify(read.typed)}>
        <KnownNames form={form} />
        <input type="hidden" name="shown" value={`${read.days.from}..${read.days.to}`} />
        <PeopleFields form={form} saved={saved.filter(one => one.report === 'people')} />
        <Folded summary="Columns and their order" open={form.isWrong('columns')}>
          <div className="space-y-3">
            {form.rows('columns', { most: 8 }).map((row, at) => (
              <div key={row} className="grid gap-2 sm:grid-cols-2">
                <ChoiceField
                  form={form}
                  path={`${row}.kind`}
                  label={`Column ${at + 1}`}
                  choices={kinds}
                  fallback=""
                />
                <ValueField
                  form={form}
                  path={`${row}.name`}
                  label="Of"
                  list="all-names"
                  autoComplete="off"
                  placeholder="an event or property"
                />
              </div>
            ))}
            <datalist id="all-names">
              {[...new Set([...form.names.events, ...form.names.properties])].map(name => (
                <option key={name} value={name} />
              ))}
            </datalist>
            <div className="grid gap-2 sm:grid-cols-2">
              <SelectField name="sort" label="Order by" defaultValue={form.value('sort') ?? ''}>
                <option value="">Newcomers first</option>
                {Array.from({ length: columns }, (_, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns are told apart by their place
                  <option key={at} value={at + 1}>
                    Column {at + 1}
                  </option>
                ))}
              </SelectField>
              <ChoiceField
                form={form}
                path="order"
                label="Which first"
                choices={{ most: 'most, latest, Z', least: 'least, earliest, A' }}
                fallback="most"
              />
            </div>
          </div>
        </Folded>
        <div className="mt-4">
          <Button className="max-sm:w-full">Search</Button>
        </div>
      </form>
    </div>
  )
}

import { presets } from '@/_analytics/reports/calendar'
import type { Saved } from '@/_analytics/reports/saved.data'
import { SelectField } from '@/_ui/field'
import { ChoiceField, Condition, Conditions, Folded, NameField, ValueField } from './fields'
import type { FormState } from './form-state'

const matches = { all: 'All of these', any: 'Any of these', order: 'All of these, in order' }
const kinds = {
  '': 'No condition',
  did: 'Did an event',
  'did-not': 'Did not do an event',
  has: 'Has a property',
  'has-not': 'Has not a property',
}
const counts = { least: 'at least', most: 'at most', exactly: 'exactly' }
const ranges = { any: 'at any time', ...presets }

/** Who a report is about: saved people, conditions, or both. */
export function PeopleFields({ form, saved }: { form: FormState; saved: Saved[] }) {
  return (
    <div className="space-y-4">
      {(saved.length > 0 || form.has('saved')) && (
        <SelectField
          name="saved"
          label="Saved people"
          defaultValue={form.value('saved') ?? ''}
          error={form.error('saved')}
        >
          <option value="">Everybody</option>
          {saved.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      <ChoiceField
        form={form}
        path="people.match"
        label="People who satisfy"
        choices={matches}
        fallback="all"
      />
      {form.rows('people.conditions').map((row, at) => (
        <PeopleCondition key={row} form={form} path={row} nth={at + 1} />
      ))}
    </div>
  )
}

function PeopleCondition({ form, path, nth }: { form: FormState; path: string; nth: number }) {
  const kind = form.value(`${path}.kind`) ?? ''
  if (kind === 'group') return <Kept form={form} path={path} nth={nth} />
  const isProperty = kind === 'has' || kind === 'has-not'
  return (
    <fieldset className="border-l-2 border-rule pl-3">
      <legend className="sr-only">Condition {nth}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        <ChoiceField
          form={form}
          path={`${path}.kind`}
          label={`Condition ${nth}`}
          choices={kinds}
          fallback=""
        />
        {!isProperty && (
          <NameField form={form} path={`${path}.event`} label="Event" of="events" blank="Choose one" />
        )}
      </div>
      {isProperty ? (
        <div className="mt-2">
          <Condition form={form} path={path} />
        </div>
      ) : (
        <Folded
          summary="How often, when, with which properties"
          open={
            ['times', 'where', 'within', 'count'].some(part => form.has(`${path}.${part}`)) && kind !== ''
          }
        >
          <div className="grid gap-2 sm:grid-cols-3">
            <ChoiceField
              form={form}
              path={`${path}.count`}
              label="How often"
              choices={counts}
              fallback="least"
            />
            <ValueField form={form} path={`${path}.times`} fallback="1" label="Times" inputMode="numeric" />
            <ChoiceField
              form={form}
              path={`${path}.within.range`}
              label="When"
              choices={ranges}
              fallback="any"
            />
          </div>
          <div className="mt-2">
            <Conditions form={form} path={`${path}.where`} most={3} />
          </div>
        </Folded>
      )}
      {kind === '' && (
        <Folded summary="Or a property" open={false}>
          <Condition form={form} path={path} />
        </Folded>
      )}
    </fieldset>
  )
}

/** A nested group, which the people search makes: it is kept as it is. */
function Kept({ form, path, nth }: { form: FormState; path: string; nth: number }) {
  return (
    <fieldset className="border-l-2 border-rule pl-3">
      <legend className="font-semibold">Condition {nth} is a group</legend>
      <input type="hidden" name={`${path}.kind`} value="group" />
      <ChoiceField form={form} path={`${path}.match`} label="Of the group" choices={matches} fallback="all" />
      <div className="mt-2 space-y-3">
        {form.rows(`${path}.conditions`, { spare: 0 }).map((row, at) => (
          <PeopleCondition key={row} form={form} path={row} nth={at + 1} />
        ))}
      </div>
    </fieldset>
  )
}

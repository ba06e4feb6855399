import { Field, SelectField, TextField } from '@/_ui/field'
import { behaviours, ruleRows } from './form-fields'
import { Part, type PartProps, Switch } from './part'

const texts: Record<(typeof behaviours)[number], [label: string, help: string]> = {
  visitedSite: ['Visits', 'The event "visited site" with the first page after 30 quiet minutes.'],
  pageView: ['Page views', 'The event "page view" with each page, also within single-page sites.'],
  referrer: ['Referrers', 'The address that a visit came from.'],
  searchEngine: [
    'Search engines',
    'The event "search engine hit", with the search terms where they are sent.',
  ],
  campaigns: ['Campaigns', 'The utm_ values of the address that a visit began with.'],
  urlApi: ['Events in addresses', 'What links carry as kme, kmi and km_ values, for mails and partners.'],
  formFields: [
    'Form fields',
    'What people type into forms that are tracked. Passwords and card fields never.',
  ],
  returning: ['Returning visitors', 'Whether a visitor was here before.'],
  engagement: ['Attention', 'Seconds in view and how far was scrolled, sent when a page is left.'],
  outbound: ['Outbound links', 'Clicks that lead to other sites.'],
  downloads: ['Downloads', 'Clicks on files.'],
  vitals: ['Web vitals', 'How fast pages load, draw and answer.'],
}

export function ThePages(part: PartProps) {
  const { typed, errorOf } = part
  return (
    <>
      <Part title="What the tracker does on its own">
        <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
          {behaviours.map(name => (
            <Switch
              key={name}
              {...part}
              name={`automatic.${name}`}
              label={texts[name][0]}
              help={texts[name][1]}
            />
          ))}
        </div>
        <SelectField
          name="abMode"
          label="A/B tests"
          help="Whether a person who got the first variant of one test is more likely to get the first of the next."
          defaultValue={typed.abMode}
          error={errorOf('abMode')}
        >
          <option value="decorrelated">Each test draws on its own</option>
          <option value="legacy">One draw for all tests, as Kissmetrics did</option>
        </SelectField>
      </Part>
      <Part title="Events without code">
        <p className="text-soft">
          The tracker records an event when a page is visited, something is clicked or a form is sent. Empty
          both fields of a rule to remove it; what it has recorded stays.
        </p>
        {errorOf('rules') && (
          <p id="rules" className="border-l-2 border-bad pl-2 font-semibold text-bad">
            {errorOf('rules')}
          </p>
        )}
        {ruleRows(typed).map((row, at) => (
          <fieldset key={row} className="rounded-md border border-rule p-4">
            <legend className="px-1 font-semibold">Rule {at + 1}</legend>
            <div className="grid gap-4 sm:grid-cols-2">
              <SelectField name={`rule.${row}.kind`} label="When" defaultValue={typed[`rule.${row}.kind`]}>
                <option value="visit">Page visited, by pattern</option>
                <option value="visit-regex">Page visited, by expression</option>
                <option value="click">Clicked, by CSS selector</option>
                <option value="submit">Form sent, by CSS selector</option>
              </SelectField>
              <Field
                name={`rule.${row}.match`}
                label="Pattern or selector"
                defaultValue={typed[`rule.${row}.match`]}
                spellCheck={false}
                autoCapitalize="none"
              />
              <Field
                name={`rule.${row}.event`}
                label="Event to record"
                defaultValue={typed[`rule.${row}.event`]}
              />
              <TextField
                name={`rule.${row}.properties`}
                label="Properties"
                rows={2}
                help="name = value, one a line"
                defaultValue={typed[`rule.${row}.properties`]}
              />
            </div>
          </fieldset>
        ))}
        <Switch
          {...part}
          name="includeHost"
          label="Page patterns include the host"
          help="Otherwise only the path of an address is compared, so one rule holds for every host of the site."
        />
      </Part>
    </>
  )
}

import { Field, SelectField } from '@/_ui/field'
import { Part, type PartProps } from './part'

export function TheSite({ typed, errorOf, zones }: PartProps & { zones: string[] }) {
  return (
    <Part title="The site">
      <Field
        name="name"
        label="Name"
        help="What you and your colleagues call it. Visitors never see it."
        defaultValue={typed.name}
        error={errorOf('name')}
        required
      />
      <Field
        name="url"
        label="Address"
        type="url"
        help="Where the site is. The installation check looks there, and reports show its pages without the host."
        defaultValue={typed.url}
        error={errorOf('url')}
        required
      />
      <SelectField
        name="timezone"
        label="Time zone"
        help="When a day begins in reports. Times are stored in UTC, so the days of the past are drawn anew with it."
        defaultValue={typed.timezone}
        error={errorOf('timezone')}
      >
        {zones.map(zone => (
          <option key={zone}>{zone}</option>
        ))}
      </SelectField>
    </Part>
  )
}

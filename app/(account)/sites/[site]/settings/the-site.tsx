import { Field, SelectField } from '@/_ui/field'
import { Part, type PartProps } from './part'

export function TheSite({
  typed,
  errorOf,
  zones,
  currencies,
}: PartProps & { zones: string[]; currencies: string[] }) {
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
      <SelectField
        name="currency"
        label="Currency"
        help="What amounts are shown in. They are kept as they were sent: nothing is converted."
        defaultValue={typed.currency}
        error={errorOf('currency')}
      >
        {currencies.map(currency => (
          <option key={currency}>{currency}</option>
        ))}
      </SelectField>
    </Part>
  )
}

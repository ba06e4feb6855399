import { SelectField } from '@/_ui/field'
import { Part, type PartProps, Switch } from './part'

const periods: Record<string, string> = {
  30: '30 days',
  90: '90 days',
  180: '180 days',
  395: '13 months',
  760: '25 months',
  1125: '37 months',
}

/** The periods to choose from, with one that was set elsewhere. */
const kept = (now = '0') =>
  [...new Set(['0', ...Object.keys(periods), now])].sort((a, b) => Number(a) - Number(b))

export function People(part: PartProps) {
  const { typed, errorOf } = part
  return (
    <Part title="Consent and identity">
      <p className="text-soft">
        Whoever has opted out, or whose browser sends Global Privacy Control, is never recorded. No setting
        changes that.
      </p>
      <Switch
        {...part}
        name="honourDnt"
        label="Honour Do Not Track"
        help="Browsers that send the older Do Not Track signal are not recorded either. You will see fewer visits; the refused ones are counted under Health."
      />
      <Switch
        {...part}
        name="cookieless"
        label="Record without any identifier"
        help="No cookie is set and no identity is stored. Page views and events are still counted; people, funnels and retention are not, because nobody can be told apart."
      />
      <SelectField
        name="ip"
        label="IP addresses"
        help="The country is worked out before the address is cut, where the operator has a country database."
        defaultValue={typed.ip}
        error={errorOf('ip')}
      >
        <option value="truncate">Keep the network only (203.0.113.0)</option>
        <option value="full">Keep the whole address</option>
        <option value="none">Keep nothing of it</option>
      </SelectField>
      <SelectField
        name="keepDays"
        label="Keep events for"
        help="By when they happened. Older ones are deleted every night with all that is known only from them, and cannot be brought back; the operator's backups forget them some days later."
        defaultValue={typed.keepDays}
        error={errorOf('keepDays')}
      >
        {kept(typed.keepDays).map(days => (
          <option key={days} value={days}>
            {days === '0' ? 'As long as the site exists' : (periods[days] ?? `${days} days`)}
          </option>
        ))}
      </SelectField>
      <Switch
        {...part}
        name="signedIdentities"
        label="Require signed identities"
        help="identify counts only with an HMAC of the identity that your server made with the site's secret. Nobody can then pose as one of your customers from a browser. Unsigned ones are refused."
      />
      <Switch
        {...part}
        name="forbidNamedMerges"
        label="Never merge two named people"
        help="An alias between two identities that both have a name is refused; an anonymous visitor still becomes a named person."
      />
      <Switch
        {...part}
        name="legacySenders"
        label="Believe old server libraries"
        help="Takes a visitor's address and browser from _ip and _ua also without the site's secret, as old Kissmetrics libraries send them. Anybody who knows the key, which is public, can then make them up."
      />
    </Part>
  )
}

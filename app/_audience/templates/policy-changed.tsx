import { z } from 'zod'
import { topicScope } from '../topics'
import { Frame, Line, Press, Small } from './frame'
import { Leave } from './leave'
import { template } from './template'

const time = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

const props = z.object({
  /** The text's name, `Privacy policy`. */
  name: z.string(),
  /** A change of the text, or of who is in control of the service. */
  kind: z.enum(['change', 'control']),
  changes: z.string(),
  /** Unix ms: for accounts that were there before. */
  binds: z.number().int(),
  difference: z.url(),
})
type PolicyChange = z.infer<typeof props>

const example: PolicyChange = {
  name: 'Privacy policy',
  kind: 'change',
  changes: 'Says which company sends our mail.',
  binds: 1_774_600_000_000,
  difference: 'https://firsthand.example/legal/privacy/2026-11-24/changes',
}

const subject = ({ name, kind }: PolicyChange): string =>
  kind === 'control' ? 'This service changes hands' : `Changed: ${name}`

const body = ({ name, changes, difference, kind }: PolicyChange) => (
  <>
    <Line>
      {kind === 'control'
        ? `Another operator takes over this service, and the data with it. What follows for you stands in the new version of: ${name}.`
        : `A new version was posted: ${name}.`}
    </Line>
    <Line>{changes}</Line>
    <Press href={difference}>See what changed, word by word</Press>
  </>
)

/** To everybody with an account (promises V1, D5). */
export const policyForAccounts = template({
  props,
  scope: () => 'account',
  subject,
  example,
  Body: given => (
    <Frame title={subject(given)} preview={given.changes}>
      {body(given)}
      <Small>
        It binds your account from {time.format(given.binds)} (UTC). Until then the version before it does. If
        you do not agree, you can export everything and close the account.
      </Small>
    </Frame>
  ),
})

/** To subscribers of service notices, whether or not they have an account (promises V1, D5). */
export const policyForSubscribers = template({
  props,
  scope: () => topicScope('service'),
  subject,
  example,
  Body: ({ unsubscribe, settings, ...given }) => (
    <Frame
      title={subject(given)}
      preview={given.changes}
      footer={
        <Leave links={{ unsubscribe, settings }} what="Enough of service notices?" press="Unsubscribe" />
      }
    >
      {body(given)}
    </Frame>
  ),
})

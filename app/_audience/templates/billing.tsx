import { z } from 'zod'
import { Frame, Line, Press, Small } from './frame'
import { template } from './template'

const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

const about = z.object({ account: z.string(), page: z.url() })
const example = { account: 'Halden Tea', page: 'https://firsthand.example/account/billing' }

const NothingDeleted = () => (
  <Small>Nothing is deleted because of a payment. What your pages send goes on being recorded.</Small>
)

/** A payment failed. The second such message is the last one before the account can only be read. */
export const paymentFailed = template({
  props: about.extend({ readOnlyOn: z.number().int(), last: z.boolean() }),
  scope: () => 'account',
  subject: ({ account, last }) =>
    last ? `The payment for ${account} is still missing` : `The payment for ${account} did not go through`,
  example: { ...example, readOnlyOn: Date.UTC(2026, 11, 8), last: false },
  Body: ({ account, page, readOnlyOn, last }) => (
    <Frame
      title={last ? 'The payment is still missing' : 'A payment did not go through'}
      preview={`Everything works as before until ${date.format(readOnlyOn)}.`}
    >
      <Line>
        Stripe could not collect the payment for {account}; a card that expired is the usual reason. It tries
        again by itself. Until {date.format(readOnlyOn)} everything works as before; after that the account
        can be read and exported, and not changed, until the payment has arrived.
      </Line>
      <Press href={page}>Change how you pay</Press>
      <NothingDeleted />
    </Frame>
  ),
})

/** The account can only be read from now on. */
export const paymentReadOnly = template({
  props: about,
  scope: () => 'account',
  subject: ({ account }) => `${account} can be read, and not changed, until it is paid`,
  example,
  Body: ({ account, page }) => (
    <Frame title="The account can be read only" preview="Everything is kept.">
      <Line>
        The payment for {account} has been missing for two weeks. Reports and the export work; settings can’t
        be changed. It all works again as soon as the payment has arrived.
      </Line>
      <Press href={page}>Pay, or export your data</Press>
      <NothingDeleted />
    </Frame>
  ),
})

/** A payment that was missing has arrived. */
export const paymentReceived = template({
  props: about,
  scope: () => 'account',
  subject: ({ account }) => `The payment for ${account} has arrived`,
  example,
  Body: ({ account, page }) => (
    <Frame title="The payment has arrived" preview="Everything works as before.">
      <Line>{account} is paid for, and everything in it can be used and changed.</Line>
      <Press href={page}>See the plan and the invoices</Press>
    </Frame>
  ),
})

/** The plan has ended, at the account's wish or because it was never paid. */
export const planEnded = template({
  props: about,
  scope: () => 'account',
  subject: ({ account }) => `The plan of ${account} has ended`,
  example,
  Body: ({ account, page }) => (
    <Frame title="The plan has ended" preview="Your data is kept until you delete it.">
      <Line>
        Nothing more is charged for {account}. It can be read and exported, and not changed. Its data is kept
        until an owner deletes the account.
      </Line>
      <Press href={page}>Choose a plan, or export your data</Press>
    </Frame>
  ),
})

import { z } from 'zod'
import { Frame, Line, Press, Small } from './frame'
import { template } from './template'

/** To somebody whom an account's owner or admin wants in it. */
export const invitation = template({
  props: z.object({
    account: z.string(),
    by: z.string(),
    role: z.string(),
    link: z.url(),
    days: z.number().int(),
  }),
  scope: () => 'account',
  subject: ({ account, by }) => `${by} invites you to ${account}`,
  example: {
    account: 'Halden Tea',
    by: 'Ann Ito',
    role: 'analyst',
    link: 'https://firsthand.example/invitation?token=example',
    days: 7,
  },
  Body: ({ account, by, role, link, days }) => (
    <Frame title={`Join ${account}`} preview={`${by} invites you as ${role}.`}>
      <Line>
        {by} invites you to the account {account}, with the role “{role}”. The link works once, for {days}{' '}
        days.
      </Line>
      <Press href={link}>See the invitation</Press>
      <Small>Do you not know {by}? Then do nothing: without the link nobody joins.</Small>
    </Frame>
  ),
})

const time = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })

/** The receipt of a deletion: the last message to an address. */
export const accountDeleted = template({
  props: z.object({ account: z.string(), sites: z.number().int(), at: z.number().int() }),
  scope: () => 'account',
  subject: () => 'Your account was deleted',
  example: { account: 'Halden Tea', sites: 2, at: Date.UTC(2026, 10, 24, 9) },
  Body: ({ account, sites, at }) => (
    <Frame title="Your account was deleted" preview="This is the receipt.">
      <Line>
        {account} was deleted on {time.format(at)} UTC, in this order:{' '}
        {sites === 1 ? 'its site' : `its ${sites} sites`} with everything recorded, its members and
        invitations, the account, and your own sign-in.
      </Line>
      <Line>
        The files of the sites go within minutes. Backups of this deployment hold them until they expire. What
        you chose for mail outside the account, such as a newsletter, is as you left it.
      </Line>
      <Small>This is the last message about the account.</Small>
    </Frame>
  ),
})

/** To the owner of a sign-in whose password was changed. */
export const passwordChanged = template({
  props: z.object({ at: z.number().int() }),
  scope: () => 'account',
  subject: () => 'Your password was changed',
  example: { at: Date.UTC(2026, 10, 24, 9) },
  Body: ({ at }) => (
    <Frame title="Your password was changed" preview="Every other session was ended.">
      <Line>It was changed on {time.format(at)} UTC. Every other session of yours was ended.</Line>
      <Small>Was it not you? Then write to us at once, from this address.</Small>
    </Frame>
  ),
})

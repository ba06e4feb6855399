import { z } from 'zod'
import { Frame, Line, Press, Small } from './frame'
import { template } from './template'

const time = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })

/** To both ends of a change of the address that somebody signs in with: each has to agree. */
export const emailChange = template({
  props: z.object({
    side: z.enum(['old', 'new']),
    from: z.string(),
    to: z.string(),
    link: z.url(),
    days: z.number().int(),
  }),
  scope: () => 'account',
  subject: ({ side }) =>
    side === 'old' ? 'Sign in with another address?' : 'Sign in with this address from now on?',
  example: {
    side: 'old',
    from: 'a•••@example.com',
    to: 'b•••@example.org',
    link: 'https://firsthand.example/signin/address?token=example',
    days: 2,
  },
  Body: ({ side, from, to, link, days }) => (
    <Frame
      title={side === 'old' ? 'Your address is to change' : 'This address is to sign in'}
      preview={`From ${from} to ${to}, when both have agreed.`}
    >
      <Line>
        Somebody signed in as {from} asked to sign in with {to} from now on. It changes when both addresses
        have agreed; until then everything stays as it is.
      </Line>
      <Press href={link}>Look at it</Press>
      <Small>
        The link works for {days} days.{' '}
        {side === 'old'
          ? 'Was it not you? Then stop it on that page, and change your password.'
          : 'Was it not you? Then do nothing: without your press nothing changes.'}
      </Small>
    </Frame>
  ),
})

/** To an address that was to become another account's, and has one of its own. */
export const emailTaken = template({
  props: z.object({ signIn: z.url() }),
  scope: () => 'account',
  subject: () => 'This address has an account already',
  example: { signIn: 'https://firsthand.example/signin' },
  Body: ({ signIn }) => (
    <Frame title="Nothing was changed" preview="This address has an account already.">
      <Line>
        Somebody asked to use this address for another account. It has an account already, so nothing changes.
        If it was you, sign in with it.
      </Line>
      <Press href={signIn}>Sign in</Press>
      <Small>Was it not you? Then do nothing.</Small>
    </Frame>
  ),
})

/** To the old address and the new one, after both had agreed. */
export const emailChanged = template({
  props: z.object({ from: z.string(), to: z.string(), at: z.number().int() }),
  scope: () => 'account',
  subject: () => 'Your address was changed',
  example: { from: 'a•••@example.com', to: 'b•••@example.org', at: Date.UTC(2026, 10, 24, 9) },
  Body: ({ from, to, at }) => (
    <Frame title="Your address was changed" preview="Every other session was ended.">
      <Line>
        Since {time.format(at)} UTC you sign in with {to} instead of {from}. Every other session of yours was
        ended.
      </Line>
      <Small>Was it not you? Then write to us at once, from this address.</Small>
    </Frame>
  ),
})

import { z } from 'zod'
import { Frame, Line, Press, Small } from './frame'
import { template } from './template'

/** To whoever forgot the password of an account that exists. */
export const passwordReset = template({
  props: z.object({ link: z.url(), minutes: z.number().int() }),
  scope: () => 'account',
  subject: () => 'Choose a new password',
  example: { link: 'https://firsthand.example/signin/reset?token=example', minutes: 30 },
  Body: ({ link, minutes }) => (
    <Frame title="Choose a new password" preview={`The link works once, for ${minutes} minutes.`}>
      <Line>
        Press the button to choose a new password. The link works once, for {minutes} minutes. Every session
        that is open ends with the old password.
      </Line>
      <Press href={link}>Choose a password</Press>
      <Small>Did you not ask for it? Then do nothing: your password stays as it is.</Small>
    </Frame>
  ),
})

/** To an address that a link was asked for and that has no account: the page says the same to both. */
export const noAccount = template({
  props: z.object({ signIn: z.url() }),
  scope: () => 'account',
  subject: () => 'There is no account with this address',
  example: { signIn: 'https://firsthand.example/signin' },
  Body: ({ signIn }) => (
    <Frame title="No account with this address" preview="Perhaps you signed up with another one.">
      <Line>
        Somebody asked for a link to sign in with this address, and there is no account with it. If it was
        you, you signed up with another address.
      </Line>
      <Press href={signIn}>Try another address</Press>
      <Small>Was it not you? Then do nothing: we keep nothing about you.</Small>
    </Frame>
  ),
})

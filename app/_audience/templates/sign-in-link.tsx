import { z } from 'zod'
import { Frame, Line, Press, Small } from './frame'
import { template } from './template'

export const signInLink = template({
  props: z.object({ link: z.url(), minutes: z.number().int() }),
  scope: () => 'account',
  subject: () => 'Your sign-in link',
  example: { link: 'https://firsthand.example/signin/link?token=example', minutes: 15 },
  Body: ({ link, minutes }) => (
    <Frame title="Sign in" preview={`The link works once, for ${minutes} minutes.`}>
      <Line>Press the button to sign in. The link works once, for {minutes} minutes.</Line>
      <Press href={link}>Sign in</Press>
      <Small>Did you not ask for it? Then do nothing: without the link nobody gets in.</Small>
    </Frame>
  ),
})

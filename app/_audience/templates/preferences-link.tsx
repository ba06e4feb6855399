import { z } from 'zod'
import { askedFor } from '../topics'
import { Frame, Line, Press, Small } from './frame'
import { Leave } from './leave'
import { template } from './template'

export const preferencesLink = template({
  props: z.object({ link: z.url(), minutes: z.number().int() }),
  scope: () => askedFor,
  subject: () => 'Your link to the mail settings',
  example: { link: 'https://firsthand.example/email/preferences?token=example', minutes: 60 },
  Body: ({ link, minutes, ...links }) => (
    <Frame
      title="Your mail settings"
      preview={`The link works for ${minutes} minutes.`}
      footer={<Leave links={links} what="These requests are not from you?" press="Stop them" />}
    >
      <Line>
        Press the button to see what you get from us and to change it. The link works for {minutes} minutes.
      </Line>
      <Press href={link}>Open my settings</Press>
      <Small>Do not pass it on: whoever opens it can read and change all of your settings.</Small>
    </Frame>
  ),
})

import { z } from 'zod'
import { askedFor } from '../topics'
import { Frame, Line, Press, Small } from './frame'
import { Leave } from './leave'
import { template } from './template'

export const confirmSubscription = template({
  props: z.object({ link: z.url(), topics: z.array(z.string()).min(1), days: z.number().int() }),
  scope: () => askedFor,
  subject: () => 'Confirm that you want our mail',
  example: {
    link: 'https://firsthand.example/email/confirm?token=example',
    topics: ['Newsletter', 'Webinars'],
    days: 7,
  },
  Body: ({ link, topics, days, ...links }) => (
    <Frame
      title="One press, and you are on the list"
      preview={`You asked for: ${topics.join(', ')}.`}
      footer={<Leave links={links} what="These requests are not from you?" press="Stop them" />}
    >
      <Line>Somebody, most likely you, asked us to send this address: {topics.join(', ')}.</Line>
      <Press href={link}>Confirm</Press>
      <Small>
        The link works for {days} days. Without it you get nothing, and the request is forgotten after that.
      </Small>
    </Frame>
  ),
})

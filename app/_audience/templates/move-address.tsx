import { z } from 'zod'
import { askedFor } from '../topics'
import { Frame, Line, Press, Small } from './frame'
import { Leave } from './leave'
import { template } from './template'

/** To both ends of a change of address: each has to agree. Addresses are masked, for whoever it was passed on to. */
export const moveAddress = template({
  props: z.object({
    side: z.enum(['old', 'new']),
    from: z.string(),
    to: z.string(),
    link: z.url(),
    days: z.number().int(),
  }),
  scope: () => askedFor,
  subject: ({ side }) =>
    side === 'old' ? 'Move your mail to another address?' : 'Move mail to this address?',
  example: {
    side: 'old',
    from: 'a•••@example.com',
    to: 'b•••@example.org',
    link: 'https://firsthand.example/email/address?token=example',
    days: 3,
  },
  Body: ({ side, from, to, link, days, ...links }) => (
    <Frame
      title={side === 'old' ? 'Your mail is to move' : 'Mail is to move here'}
      preview={`From ${from} to ${to}, when both have agreed.`}
      footer={<Leave links={links} what="These requests are not from you?" press="Stop them" />}
    >
      <Line>
        Somebody with the settings of {from} asked us to send its mail to {to} from now on. It moves when both
        addresses have agreed; until then everything stays as it is.
      </Line>
      <Press href={link}>Look at it</Press>
      <Small>
        The link works for {days} days. Is this not your doing? Then do nothing: without your press nothing
        moves.
      </Small>
    </Frame>
  ),
})

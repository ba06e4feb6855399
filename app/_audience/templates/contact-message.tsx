import { z } from 'zod'
import { Frame, Line, Press, Small } from './frame'
import { template } from './template'

/** To the operator's desk: what somebody wrote by the contact form. */
export const contactMessageMail = template({
  props: z.object({
    name: z.string(),
    email: z.string(),
    about: z.string(),
    message: z.string(),
    list: z.url(),
  }),
  scope: () => 'account',
  subject: ({ name, about }) => `${about}: ${name}`,
  example: {
    name: 'Ann Example',
    email: 'ann@example.com',
    about: 'A question, or anything else',
    message: 'Can I import two years of events?\n\nThey are in CSV files.',
    list: 'https://firsthand.example/staff/contact',
  },
  Body: ({ name, email, about, message, list }) => (
    <Frame title={`${name} wrote`} preview={message.slice(0, 120)}>
      <Small>
        {about}. Answer to {email}.
      </Small>
      {message.split(/\n\s*\n/).map(paragraph => (
        <Line key={paragraph}>{paragraph}</Line>
      ))}
      <Press href={list}>See all messages</Press>
    </Frame>
  ),
})

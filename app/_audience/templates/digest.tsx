import { Link, Text } from '@react-email/components'
import { z } from 'zod'
import { colours } from '@/brand'
import { digestScope, topicNames } from '../topics'
import { Frame, Line } from './frame'
import { Leave } from './leave'
import { template } from './template'

/** What weekly and monthly readers missed since the last one, in one message. */
export const digest = template({
  props: z.object({
    every: z.enum(['week', 'month']),
    topics: z.array(z.enum(topicNames)).min(1),
    items: z.array(z.object({ title: z.string(), about: z.string(), link: z.url() })).min(1),
  }),
  scope: ({ topics }) => digestScope(topics),
  subject: ({ every, items }) =>
    items.length === 1 ? `Your ${every}: ${items[0]!.title}` : `Your ${every}: ${items.length} messages`,
  example: {
    every: 'week',
    topics: ['newsletter', 'product'],
    items: [
      {
        title: 'A funnel is a promise about order',
        about: 'What a step may skip, and what it may not.',
        link: 'https://firsthand.example/newsletter/archive/a-funnel',
      },
      {
        title: 'Reports split by any property',
        about: 'What changed in November.',
        link: 'https://firsthand.example/newsletter/archive/november',
      },
    ],
  },
  Body: ({ every, items, unsubscribe, settings }) => (
    <Frame
      title={`What we wrote this ${every}`}
      preview={items.map(({ title }) => title).join(' · ')}
      footer={<Leave links={{ unsubscribe, settings }} what="Enough of it?" press="unsubscribe" />}
    >
      <Line>You asked to hear from us once a {every}. This is all of it.</Line>
      {items.map(({ title, about, link }) => (
        <Text key={link} style={{ fontSize: 16, lineHeight: '25px', margin: '0 0 16px' }}>
          <Link href={link} style={{ color: colours.signal[0], fontWeight: 600 }}>
            {title}
          </Link>
          <br />
          {about}
        </Text>
      ))}
    </Frame>
  ),
})

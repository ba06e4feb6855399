import { z } from 'zod'
import { topicNames, topicScope, topics } from '../topics'
import { Frame, Line, Small } from './frame'
import { Leave } from './leave'
import { template } from './template'

export const subscribed = template({
  props: z.object({ topic: z.enum(topicNames) }),
  scope: ({ topic }) => topicScope(topic),
  subject: ({ topic }) => `You are on the list: ${topics[topic].name}`,
  example: { topic: 'newsletter' },
  Body: ({ topic, ...links }) => (
    <Frame
      title="You are on the list"
      preview={topics[topic].about}
      footer={<Leave links={links} what={`Enough of it? ${topics[topic].name}:`} press="unsubscribe" />}
    >
      <Line>
        You confirmed: {topics[topic].name}. {topics[topic].about}
      </Line>
      <Small>
        Keep this message if you like: the link at its foot ends the list in one press, at any time, without
        signing in.
      </Small>
    </Frame>
  ),
})

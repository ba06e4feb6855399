import { z } from 'zod'
import { Frame, Line, Press, Small } from './frame'
import { Leave } from './leave'
import { template } from './template'

const quoted = {
  borderLeft: '2px solid #b4371a',
  margin: '0 0 20px',
  padding: '0 0 0 14px',
  whiteSpace: 'pre-wrap',
} as const

/** To whoever asked for it: somebody answered in a conversation of theirs. */
export const commentReply = template({
  props: z.object({
    thread: z.string(),
    post: z.string(),
    name: z.string(),
    words: z.string(),
    link: z.url(),
  }),
  scope: ({ thread }) => `thread:${thread}`,
  subject: ({ name, post }) => `${name} answered: ${post}`,
  example: {
    thread: 'comment_1',
    post: 'Reading a funnel',
    name: 'Ann',
    words: 'The window is counted from the first step.',
    link: 'https://firsthand.example/blog/reading-a-funnel#comment_2',
  },
  Body: ({ post, name, words, link, ...links }) => (
    <Frame
      title={`${name} answered`}
      preview={words.slice(0, 90)}
      footer={<Leave links={links} what="Enough of this conversation?" press="Mute it" />}
    >
      <Line>
        In the conversation under “{post}” that you take part in, {name} wrote:
      </Line>
      <blockquote style={quoted}>{words}</blockquote>
      <Press href={link}>Read it there</Press>
    </Frame>
  ),
})

/** To staff: a comment waits for them. */
export const commentHeld = template({
  props: z.object({ post: z.string(), name: z.string(), words: z.string(), why: z.string(), link: z.url() }),
  scope: () => 'account',
  subject: ({ post }) => `A comment waits: ${post}`,
  example: {
    post: 'Reading a funnel',
    name: 'Bo',
    words: 'How is the conversion window counted?',
    why: 'the first comment from this address',
    link: 'https://firsthand.example/comments/decide?token=example',
  },
  Body: ({ post, name, words, why, link }) => (
    <Frame title="A comment waits for you" preview={words.slice(0, 90)}>
      <Line>
        {name} wrote under “{post}”:
      </Line>
      <blockquote style={quoted}>{words}</blockquote>
      <Small>It waits because: {why}.</Small>
      <Press href={link}>Decide</Press>
      <Small>The link works for two weeks and decides in your name. Do not pass it on.</Small>
    </Frame>
  ),
})

/** The way back to one's own comment. */
export const commentLink = template({
  props: z.object({ post: z.string(), link: z.url(), minutes: z.number().int() }),
  scope: () => 'asked',
  subject: () => 'Change or remove your comment',
  example: {
    post: 'Reading a funnel',
    link: 'https://firsthand.example/comments/own?token=example',
    minutes: 60,
  },
  Body: ({ post, link, minutes, ...links }) => (
    <Frame
      title="Your comment"
      preview={`The link works for ${minutes} minutes.`}
      footer={<Leave links={links} what="You did not ask for this?" press="Stop such messages" />}
    >
      <Line>With this link you can change or remove what you wrote under “{post}”.</Line>
      <Press href={link}>Change or remove it</Press>
      <Small>It works for {minutes} minutes.</Small>
    </Frame>
  ),
})

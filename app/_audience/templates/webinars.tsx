import { z } from 'zod'
import { colours } from '@/brand'
import { askedFor } from '../topics'
import { Frame, Line, Press, Small } from './frame'
import { Leave } from './leave'
import { type MailLinks, template } from './template'

/** A calendar message (RFC 5546): the file, and what it asks of the calendar. */
const calendar = z.object({ method: z.enum(['REQUEST', 'CANCEL']), ics: z.string() })

const about = z.object({
  slug: z.string(),
  title: z.string(),
  /** When it is, in words. */
  when: z.string(),
  /** The page on which the registration can be changed. */
  mine: z.url(),
})

const invitation = ({ method, ics }: z.infer<typeof calendar>) => [
  {
    name: method === 'CANCEL' ? 'cancelled.ics' : 'invitation.ics',
    type: `text/calendar; charset=utf-8; method=${method}`,
    content: ics,
  },
]

const example = {
  slug: 'moving',
  title: 'Moving from Kissmetrics',
  when: 'Thursday 10 December 2026, 10:00 PST',
  mine: 'https://firsthand.example/webinars/mine?token=example',
}
const file = { method: 'REQUEST' as const, ics: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' }
const join = 'https://firsthand.example/webinars/join?token=example'

const quiet = { color: colours.soft[0], textDecoration: 'underline' }

const scopeOf = ({ slug }: { slug: string }) => `webinar:${slug}`

const Foot = ({ links }: { links: MailLinks }) => (
  <Leave links={links} what="No more messages about this webinar:" press="stop them" />
)

export const webinarSeat = template({
  props: about.extend({ join: z.url(), calendar }),
  scope: () => askedFor,
  subject: ({ title }) => `Your seat: ${title}`,
  attach: props => invitation(props.calendar),
  example: { ...example, join, calendar: file },
  Body: ({ title, when, join, mine, ...links }) => (
    <Frame title="You have a seat" preview={`${title}, ${when}.`} footer={<Foot links={links} />}>
      <Line>
        {title}: {when}. The invitation for your calendar is attached.
      </Line>
      <Press href={join}>Join</Press>
      <Small>The link is yours alone. It opens 15 minutes before the start.</Small>
      <Small>
        Can you not come?{' '}
        <a href={mine} style={quiet}>
          Cancel or change your registration
        </a>
        , and somebody else gets the seat.
      </Small>
    </Frame>
  ),
})

export const webinarWaiting = template({
  props: about,
  scope: () => askedFor,
  subject: ({ title }) => `On the waiting list: ${title}`,
  example,
  Body: ({ title, when, mine, ...links }) => (
    <Frame
      title="You are on the waiting list"
      preview={`${title} is full at the moment.`}
      footer={<Foot links={links} />}
    >
      <Line>
        {title}, {when}, is full. When a seat becomes free it is offered in the order of the list, for a
        limited time. You get a message then.
      </Line>
      <Press href={mine}>See or leave the list</Press>
    </Frame>
  ),
})

export const webinarOffer = template({
  props: about.extend({ until: z.string() }),
  scope: () => askedFor,
  subject: ({ title }) => `A seat is free: ${title}`,
  example: { ...example, until: '9 December 2026 at 18:00 UTC' },
  Body: ({ title, when, until, mine, ...links }) => (
    <Frame
      title="A seat is free"
      preview={`It is kept for you until ${until}.`}
      footer={<Foot links={links} />}
    >
      <Line>
        {title}: {when}. The seat is kept for you until {until}. After that the next on the list gets it.
      </Line>
      <Press href={mine}>Take the seat</Press>
    </Frame>
  ),
})

export const webinarMoved = template({
  props: about.extend({ join: z.url(), calendar }),
  scope: () => askedFor,
  subject: ({ title }) => `A new time: ${title}`,
  attach: props => invitation(props.calendar),
  example: { ...example, join, calendar: file },
  Body: ({ title, when, join, mine, ...links }) => (
    <Frame title="It is at another time" preview={`Now: ${when}.`} footer={<Foot links={links} />}>
      <Line>
        {title} was moved. It is now {when}. Your seat and your link stay; the attached invitation changes the
        entry in your calendar.
      </Line>
      <Press href={join}>Join</Press>
      <Small>
        Does it not suit you any more?{' '}
        <a href={mine} style={quiet}>
          Cancel or change your registration
        </a>
        .
      </Small>
    </Frame>
  ),
})

export const webinarCancelled = template({
  props: about.extend({ calendar, byUs: z.boolean() }),
  scope: () => askedFor,
  subject: ({ title }) => `Cancelled: ${title}`,
  attach: props => invitation(props.calendar),
  example: { ...example, byUs: false, calendar: { ...file, method: 'CANCEL' } },
  Body: ({ title, when, mine, byUs, ...links }) => (
    <Frame
      title={byUs ? 'It does not take place' : 'Your registration is cancelled'}
      preview={`${title}, ${when}.`}
      footer={<Foot links={links} />}
    >
      <Line>
        {byUs
          ? `We had to call off ${title}, ${when}. We are sorry.`
          : `You gave your seat at ${title}, ${when}, back.`}{' '}
        The attached file takes it out of your calendar.
      </Line>
      <Press href={mine}>See your registration</Press>
    </Frame>
  ),
})

const soon = { day: 'Tomorrow', hour: 'In an hour', live: 'We are live' } as const

export const webinarReminder = template({
  props: about.extend({ join: z.url(), kind: z.enum(['day', 'hour', 'live']) }),
  scope: scopeOf,
  subject: ({ title, kind }) => `${soon[kind]}: ${title}`,
  example: { ...example, join, kind: 'hour' },
  Body: ({ title, when, join, mine, kind, ...links }) => (
    <Frame title={soon[kind]} preview={`${title}, ${when}.`} footer={<Foot links={links} />}>
      <Line>
        {title}: {when}.
      </Line>
      <Press href={join}>Join</Press>
      <Small>
        {kind === 'live' ? 'It has just begun.' : 'The link opens 15 minutes before the start.'} Can you not
        come?{' '}
        <a href={mine} style={quiet}>
          Cancel
        </a>
        .
      </Small>
    </Frame>
  ),
})

export const webinarReplay = template({
  props: about.omit({ mine: true }).extend({ page: z.url(), slides: z.boolean() }),
  scope: scopeOf,
  subject: ({ title }) => `The recording: ${title}`,
  example: {
    slug: example.slug,
    title: example.title,
    when: example.when,
    page: 'https://firsthand.example/webinars/moving',
    slides: true,
  },
  Body: ({ title, page, slides, ...links }) => (
    <Frame title="The recording is there" preview={title} footer={<Foot links={links} />}>
      <Line>
        {slides ? 'The recording and the slides' : 'The recording'} of {title} are on its page, with the
        notes.
      </Line>
      <Press href={page}>Watch it</Press>
    </Frame>
  ),
})

export const webinarMessage = template({
  props: about.extend({ subject: z.string(), text: z.string() }),
  scope: scopeOf,
  subject: ({ subject }) => subject,
  example: {
    ...example,
    subject: 'Bring a snippet',
    text: 'Have one of your own snippets at hand.\n\nSee you there.',
  },
  Body: ({ title, when, subject, text, mine, ...links }) => (
    <Frame title={subject} preview={text.slice(0, 90)} footer={<Foot links={links} />}>
      {text.split(/\n{2,}/).map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change their order
        <Line key={at}>{part}</Line>
      ))}
      <Small>
        You get this because you registered for {title}, {when}.{' '}
        <a href={mine} style={quiet}>
          Your registration
        </a>
      </Small>
    </Frame>
  ),
})

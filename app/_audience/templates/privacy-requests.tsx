import { z } from 'zod'
import { kindNames, requestKinds } from '@/_privacy/requests/kinds'
import { brand } from '@/brand'
import { askedFor } from '../topics'
import { Frame, Line, Press, Small } from './frame'
import { Leave } from './leave'
import { template } from './template'

const kind = z.enum(kindNames)
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
const Office = () => (
  <Small>
    The privacy office of {brand.name}: {brand.mail.privacy}.
  </Small>
)

/** Proves that whoever asked reads the address that the request is about. */
export const requestProof = template({
  props: z.object({ link: z.url(), number: z.string(), kind, days: z.number().int() }),
  scope: () => askedFor,
  subject: ({ number }) => `Confirm your request ${number}`,
  example: {
    link: 'https://firsthand.example/privacy-request/proof?token=example',
    number: 'PR-7K3Q-9D2M',
    kind: 'access',
    days: 7,
  },
  Body: ({ link, number, kind: asked, days, ...links }) => (
    <Frame
      title="Is this request yours?"
      preview={`${requestKinds[asked].name}. The link works for ${days} days.`}
      footer={<Leave links={links} what="These requests are not from you?" press="Stop them" />}
    >
      <Line>
        Somebody asked our privacy office with this address: {requestKinds[asked].name.toLowerCase()}. The
        number of the request is {number}.
      </Line>
      <Line>
        Press the button and confirm, and its time begins. If it was not you, do nothing: without that nobody
        looks at it. The link works for {days} days.
      </Line>
      <Press href={link}>Confirm the request</Press>
      <Office />
    </Frame>
  ),
})

/** The request stands in the queue; `due` in Unix ms. */
export const requestReceived = template({
  props: z.object({ number: z.string(), kind, due: z.number() }),
  scope: ({ kind: asked }) => (asked === 'child' ? askedFor : 'account'),
  subject: ({ number }) => `Your request ${number} is with us`,
  example: { number: 'PR-7K3Q-9D2M', kind: 'child', due: Date.UTC(2026, 11, 9) },
  Body: ({ number, kind: asked, due, ...links }) => (
    <Frame
      title="Your request is with us"
      preview={`You hear from us by ${day.format(due)}.`}
      footer={
        links.unsubscribe && <Leave links={links} what="These requests are not from you?" press="Stop them" />
      }
    >
      <Line>
        {requestKinds[asked].name}: number {number}. You hear from us by {day.format(due)}.
      </Line>
      <Line>
        How it stands can be read at any time on our page for requests, with this number and your address.
      </Line>
      <Office />
    </Frame>
  ),
})

const words = {
  'put-off': 'Your request takes longer',
  refused: 'Your request is refused',
  answered: 'Your request is answered',
  erased: 'What was held about you is erased',
} as const

/** What the office did, in its words, and what the person can do next. */
export const requestAnswered = template({
  props: z.object({
    number: z.string(),
    what: z.enum(['put-off', 'refused', 'answered', 'erased']),
    text: z.string(),
    next: z.string(),
    link: z.url().optional(),
    days: z.number().int().optional(),
  }),
  scope: () => 'account',
  subject: ({ number, what }) => `${words[what]} (${number})`,
  example: {
    number: 'PR-7K3Q-9D2M',
    what: 'answered',
    text: 'We hold what is in the archive, and nothing else.',
    next: 'Not content with the answer? Complain to the privacy office with a new request.',
    link: 'https://firsthand.example/privacy-request/archive?token=example',
    days: 14,
  },
  Body: ({ number, what, text, next, link, days }) => (
    <Frame title={words[what]} preview={`Request ${number}`}>
      <Line>{text}</Line>
      {link && (
        <>
          <Line>The archive can be fetched once, within {days} days; after that it is deleted here.</Line>
          <Press href={link}>Fetch the archive</Press>
        </>
      )}
      {what === 'erased' && (
        <Line>
          This message is the last that we hold of you, and is deleted within a day. Backups that still hold
          something are overwritten as they expire.
        </Line>
      )}
      <Small>{next}</Small>
      <Office />
    </Frame>
  ),
})

/** A complaint goes on; nobody but the person who complains can take it there. */
export const complaintStage = template({
  props: z.object({ number: z.string(), stage: z.enum(['independent', 'arbitration']) }),
  scope: () => 'account',
  subject: ({ number }) => `Your complaint ${number} goes on`,
  example: { number: 'PR-7K3Q-9D2M', stage: 'independent' },
  Body: ({ number, stage }) => (
    <Frame title="Your complaint goes on" preview={`Request ${number}`}>
      <Line>
        {stage === 'independent'
          ? `Your complaint ${number} is with the independent body now. Our privacy office passes on your complaint and our answer, and the body writes to you by itself. If you are not content with its decision either, you can take the complaint to arbitration.`
          : `Your complaint ${number} goes to arbitration. The arbitrator writes to you. There is no step after it with us.`}
      </Line>
      <Office />
    </Frame>
  ),
})

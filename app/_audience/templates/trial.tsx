import { z } from 'zod'
import { Frame, Line, Press, Small } from './frame'
import { template } from './template'

const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
const day = (at: number) => date.format(at)

/** To who signed up: proves that the address is theirs. */
export const trialConfirm = template({
  props: z.object({ name: z.string(), link: z.url(), code: z.string(), hours: z.number().int() }),
  scope: () => 'account',
  subject: ({ code }) => `${code} is your code for the trial`,
  example: {
    name: 'Ann Ito',
    link: 'https://firsthand.example/trial/verify?token=example',
    code: '418 702',
    hours: 24,
  },
  Body: ({ name, link, code, hours }) => (
    <Frame title="Confirm your address" preview={`The code is ${code}.`}>
      <Line>
        Hello {name}, type this code where you signed up: <strong>{code}</strong>
      </Line>
      <Line>Or press the button. Both work once, for {hours} hours.</Line>
      <Press href={link}>Open the account</Press>
      <Small>Did you not sign up? Then do nothing: what was typed is forgotten after {hours} hours.</Small>
    </Frame>
  ),
})

/** To somebody who has an account already and signed up again, or for whom somebody else did. */
export const trialKnown = template({
  props: z.object({ signIn: z.url() }),
  scope: () => 'account',
  subject: () => 'You have an account already',
  example: { signIn: 'https://firsthand.example/signin' },
  Body: ({ signIn }) => (
    <Frame title="You have an account already" preview="Nothing was changed.">
      <Line>
        Somebody signed up for a trial with this address. It has an account, so nothing was changed.
      </Line>
      <Line>Was it you? Then sign in; a further site is made there, under Sites.</Line>
      <Press href={signIn}>Sign in</Press>
      <Small>Was it not you? Then do nothing. Whoever it was learnt nothing about your account.</Small>
    </Frame>
  ),
})

const about = z.object({
  account: z.string(),
  ends: z.number().int(),
  deletes: z.number().int(),
  plan: z.url(),
})
const example = {
  account: 'Halden Tea',
  ends: Date.UTC(2026, 11, 8),
  deletes: Date.UTC(2027, 0, 7),
  plan: 'https://firsthand.example/account/plan',
}

/** Three days before a trial ends. */
export const trialEnding = template({
  props: about,
  scope: () => 'account',
  subject: ({ ends }) => `Your trial ends on ${day(ends)}`,
  example,
  Body: ({ account, ends, plan }) => (
    <Frame title={`The trial ends on ${day(ends)}`} preview="Nothing is lost on that day.">
      <Line>
        From then on {account} can be read and exported, and not changed. What its pages send is still
        recorded for 30 days, so that going on leaves no gap.
      </Line>
      <Press href={plan}>See how to go on</Press>
    </Frame>
  ),
})

/** After a trial ended: `which` of the three that come before anything is deleted. */
export const trialEnded = template({
  props: about.extend({ which: z.union([z.literal(1), z.literal(2), z.literal(3)]) }),
  scope: () => 'account',
  subject: ({ which, deletes }) =>
    which === 1 ? 'Your trial has ended; your data is kept' : `Your data is deleted on ${day(deletes)}`,
  example: { ...example, which: 1 },
  Body: ({ account, ends, deletes, plan, which }) => (
    <Frame
      title={which === 1 ? 'The trial has ended' : `${account} is deleted on ${day(deletes)}`}
      preview={`Everything is kept until ${day(deletes)}.`}
    >
      <Line>
        The trial of {account} ended on {day(ends)}. It can be read and exported. Everything is kept until{' '}
        {day(deletes)}; if no plan was chosen by then, the account and the data of its sites are deleted.
      </Line>
      <Line>This is message {which} of 3 about it.</Line>
      <Press href={plan}>Go on, export or delete now</Press>
    </Frame>
  ),
})

import type { ReactNode } from 'react'
import { frequencies } from '@/_audience/preference-change'
import type { readPreferences } from '@/_audience/preferences.data'
import { topics } from '@/_audience/topics'
import { Button } from '@/_ui/button'
import { CheckField, Field, SelectField } from '@/_ui/field'
import { Notice } from '@/_ui/notice'
import { PageHead } from '@/_ui/page-head'
import { History } from './history'

type InForce = Awaited<ReturnType<typeof readPreferences>>

const date = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' })

const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter(zone => zone !== 'UTC')]

const why: Record<string, string> = {
  bounced: 'We stopped because mail to this address bounced',
  complained: 'We stopped because our mail was marked as spam',
  unsubscribed: 'You stopped all mail',
  erased: 'You had your data erased',
}

/** All settings of one address, for whoever holds its link. */
export function Settings(given: InForce & { token: string; done?: string; problem?: string }) {
  const { token, done, problem, address, stopped, pausedUntil, frequency, measured } = given
  return (
    <div className="shell pb-20">
      <PageHead title="Mail settings">
        For {address}. This page works for an hour from when you asked.
      </PageHead>
      <div className="max-w-[46rem] space-y-10">
        {done === '1' && <Notice title="Done. This is in force now." kind="good" />}
        {done === 'moving' && (
          <Notice title="Look into both mailboxes" kind="good">
            A message with a link has gone to either address. Your mail moves when both were pressed, within
            three days.
          </Notice>
        )}
        {stopped && (
          <Notice title={`${why[stopped.reason] ?? 'Mail is stopped'}, on ${date.format(stopped.at)}.`}>
            <Act token={token} act="restart">
              Start again
            </Act>
          </Notice>
        )}
        {pausedUntil !== undefined && (
          <Notice title={`Paused until ${date.format(pausedUntil)}.`}>
            <Act token={token} act="resume">
              End the pause
            </Act>
          </Notice>
        )}
        <form method="post" action="/email/preferences/change">
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="act" value="save" />
          <fieldset>
            <legend className="mb-2 font-display text-2xl">Topics</legend>
            {given.topics.map(({ name, state }) => (
              <CheckField
                key={name}
                name="topic"
                value={name}
                id={`topic-${name}`}
                label={topics[name].name}
                help={state === 'pending' ? 'Asked for, not confirmed yet.' : topics[name].about}
                defaultChecked={state === 'confirmed'}
                className="mt-3"
              />
            ))}
          </fieldset>
          <SelectField
            name="frequency"
            label="How often"
            defaultValue={frequency}
            className="mt-6 max-w-[20rem]"
          >
            {Object.entries(frequencies).map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </SelectField>
          <SelectField
            name="zone"
            label="My time zone"
            help="For messages that are meant for a morning."
            defaultValue={given.zone}
            className="mt-6 max-w-[20rem]"
          >
            <option value="">Not told</option>
            {zones.map(zone => (
              <option key={zone}>{zone}</option>
            ))}
          </SelectField>
          <CheckField
            name="measured"
            label="Count when I open a message or press a link in it"
            defaultChecked={measured}
            className="mt-6"
          />
          <Button className="mt-6">Save</Button>
        </form>
        <Part title="A pause, or an end">
          <Act token={token} act="pause" days={30}>
            Pause for 30 days
          </Act>
          <Act token={token} act="pause" days={90}>
            Pause for 90 days
          </Act>
          <Act token={token} act="stop">
            Stop all mail
          </Act>
        </Part>
        <section>
          <h2 className="mb-3 text-2xl">Another address</h2>
          <form method="post" action="/email/preferences/move" className="max-w-[30rem]">
            <input type="hidden" name="token" value={token} />
            <Field
              name="email"
              type="email"
              label="Move my mail to"
              help="We send a link to both addresses. Nothing moves before both were pressed."
              autoComplete="email"
              maxLength={254}
              error={problem}
              required
            />
            <Button look="quiet" className="mt-4">
              Ask both addresses
            </Button>
          </form>
        </section>
        <History said={given.history} />
        <Part title="Your data">
          <form method="post" action="/email/preferences/export">
            <input type="hidden" name="token" value={token} />
            <Button look="quiet">Download it (JSON)</Button>
          </form>
          <Act token={token} act="erase">
            Erase it for good
          </Act>
        </Part>
      </div>
    </div>
  )
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section>
    <h2 className="mb-3 text-2xl">{title}</h2>
    <div className="flex flex-wrap gap-3">{children}</div>
  </section>
)

function Act(props: { token: string; act: string; days?: number; children: string }) {
  return (
    <form method="post" action="/email/preferences/change">
      <input type="hidden" name="token" value={props.token} />
      <input type="hidden" name="act" value={props.act} />
      {props.days && <input type="hidden" name="days" value={props.days} />}
      <Button look="quiet">{props.children}</Button>
    </form>
  )
}

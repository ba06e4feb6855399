import type { Metadata } from 'next'
import Link from 'next/link'
import { viewer } from '@/_accounts/session'
import { desks } from '@/_audience/contact'
import { contactMessages } from '@/_audience/contact.data'
import { Button } from '@/_ui/button'
import { EmptyState } from '@/_ui/empty-state'
import { PageHead } from '@/_ui/page-head'
import { StaffOnly } from '../staff-only'
import { mark } from './actions'

export const metadata: Metadata = { title: 'Messages', robots: { index: false } }

const time = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })

const buttons = {
  new: { state: 'done', says: 'Mark as answered' },
  done: { state: 'new', says: 'Open again' },
  spam: { state: 'new', says: 'This is no spam' },
} as const

type Query = Promise<Record<string, string | string[] | undefined>>

export default async function Messages({ searchParams }: { searchParams: Query }) {
  const reader = await viewer()
  if (!reader?.staff) return <StaffOnly signedIn={!!reader} next="/staff/contact" />
  const spam = (await searchParams).spam === '1'
  const messages = await contactMessages(reader, spam ? 'spam' : 'messages')
  return (
    <>
      <PageHead title={spam ? 'Taken for spam' : 'Messages'}>
        What came by the contact form, newest first, times in UTC. Each was mailed to its desk
        {spam ? ', but for these' : ''}. Forgotten after a year.{' '}
        <Link href={spam ? '/staff/contact' : '/staff/contact?spam=1'} className="link">
          {spam ? 'See the messages' : 'See what was taken for spam'}
        </Link>
      </PageHead>
      {messages.length === 0 ? (
        <EmptyState title={spam ? 'No spam' : 'No message yet'}>
          {spam
            ? 'Nothing was held back.'
            : 'When somebody writes by the form at /contact, it stands here at once.'}
        </EmptyState>
      ) : (
        <ul className="max-w-[52rem] divide-y divide-rule border-y border-rule">
          {messages.map(({ id, at, name, email, desk, message, state, reason }) => (
            <li key={id} className="py-5">
              <h2 className="font-sans text-base font-semibold tracking-normal">
                {name}, <a href={`mailto:${email}`}>{email}</a>
              </h2>
              <p className="text-[0.9375rem] text-soft">
                {time.format(at)}. {desks[desk]}.{reason && ` Taken for spam: ${reason}.`}
                {state === 'done' && ' Answered.'}
              </p>
              <p className="mt-2 whitespace-pre-line break-words">{message}</p>
              <form action={mark} className="mt-3">
                <input type="hidden" name="id" value={id} />
                <input type="hidden" name="state" value={buttons[state as keyof typeof buttons].state} />
                <Button look="quiet" small>
                  {buttons[state as keyof typeof buttons].says}
                </Button>
              </form>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

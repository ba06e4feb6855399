import type { Metadata } from 'next'
import { systemClock } from '@/_platform/clock'
import { draftOf } from '@/_platform/drafts'
import { PageHead } from '@/_ui/page-head'
import { RegistrationFormFields } from '@/_webinars/registration-form-fields'
import { seatsLeft } from '@/_webinars/seats.data'
import { findWebinar } from '@/_webinars/webinars'
import { DeadLink, type Query } from '../../email/link'

export const metadata: Metadata = { title: 'Your registration' }

/** A refused registration with what was typed. */
export default async function RegistrationDraft({ searchParams }: { searchParams: Query }) {
  const draft = draftOf(String((await searchParams).id), systemClock)
  const webinar = draft && findWebinar(draft.typed.webinar ?? '')
  if (!draft || !webinar)
    return (
      <DeadLink
        why="What you typed is kept for half an hour, and that is over. Your browser’s back button may still have it."
        href="/webinars"
        next="See all webinars"
      />
    )
  return (
    <div className="shell pb-20">
      <PageHead title="Your registration">{webinar.title}</PageHead>
      <RegistrationFormFields
        webinar={webinar.slug}
        full={(await seatsLeft(webinar.slug)) === 0}
        draft={draft}
      />
      <script defer src="/webinars.js" />
    </div>
  )
}

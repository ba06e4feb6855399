import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { viewer } from '@/_accounts/session'
import { topicNames, topics } from '@/_audience/topics'
import { peopleSegments } from '@/_newsletters/people-segments'
import { Breadcrumbs } from '@/_ui/breadcrumbs'
import { PageHead } from '@/_ui/page-head'
import { StaffOnly } from '../../../staff-only'
import { BroadcastForm } from '../../broadcast-form'
import { broadcastHere } from '../../broadcast-here'

export const metadata: Metadata = { title: 'Edit a broadcast' }

export default async function EditBroadcast({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const who = await viewer()
  const here = `/staff/broadcasts/${id}`
  if (!who?.staff) return <StaffOnly signedIn={!!who} next={`${here}/edit`} />
  const { state, topic, subject, subjectB, preheader, source, segment, listed } = await broadcastHere(who, id)
  if (state !== 'draft') redirect(here)
  const above = [
    { text: 'Broadcasts', href: '/staff/broadcasts' },
    { text: subject, href: here },
  ]
  return (
    <>
      <PageHead title="Edit the draft" above={<Breadcrumbs above={above} here="Edit" />} />
      <BroadcastForm
        first={{ id, topic, subject, subjectB, preheader, source, segment, ...(listed && { listed: 'on' }) }}
        topics={topicNames.map(name => ({ id: name, name: topics[name].name }))}
        segments={await peopleSegments().list()}
      />
    </>
  )
}

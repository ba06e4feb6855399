import type { Metadata } from 'next'
import { viewer } from '@/_accounts/session'
import { topicNames, topics } from '@/_audience/topics'
import { findPost, visiblePosts } from '@/_blog/posts'
import { peopleSegments } from '@/_newsletters/people-segments'
import { systemClock } from '@/_platform/clock'
import { Breadcrumbs } from '@/_ui/breadcrumbs'
import { Button } from '@/_ui/button'
import { SelectField } from '@/_ui/field'
import { PageHead } from '@/_ui/page-head'
import { StaffOnly } from '../../staff-only'
import type { Typed } from '../actions'
import { BroadcastForm } from '../broadcast-form'

export const metadata: Metadata = { title: 'New broadcast' }

const above = [{ text: 'Broadcasts', href: '/staff/broadcasts' }]

function fromPost(slug: string | undefined): Typed {
  const found = slug ? findPost(slug, systemClock) : undefined
  if (!found || !('post' in found)) return {}
  const { post } = found
  return {
    subject: post.title,
    preheader: post.description,
    source: `${post.description}\n\n<Post of="${post.slug}" />`,
  }
}

export default async function NewBroadcast({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const who = await viewer()
  if (!who?.staff) return <StaffOnly signedIn={!!who} next="/staff/broadcasts/new" />
  const { post } = await searchParams
  const slug = typeof post === 'string' ? post : undefined
  const first = { topic: 'newsletter', listed: 'on', ...fromPost(slug) }
  return (
    <>
      <PageHead title="New broadcast" above={<Breadcrumbs above={above} here="New" />}>
        Nothing is sent before you have seen it and said when.
      </PageHead>
      <form method="get" className="mb-10 flex max-w-[46rem] flex-wrap items-end gap-4">
        <SelectField
          name="post"
          label="Begin with a post"
          defaultValue={slug ?? ''}
          className="min-w-0 flex-1"
        >
          <option value="">None</option>
          {visiblePosts(systemClock).map(({ slug: value, title }) => (
            <option key={value} value={value}>
              {title}
            </option>
          ))}
        </SelectField>
        <Button look="quiet">Fill in</Button>
      </form>
      <BroadcastForm
        key={slug ?? ''}
        first={first}
        topics={topicNames.map(id => ({ id, name: topics[id].name }))}
        segments={await peopleSegments().list()}
      />
    </>
  )
}

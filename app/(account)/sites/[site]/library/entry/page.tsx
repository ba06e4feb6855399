import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { libraryOf } from '@/_analytics/library/library.data'
import { mayChange } from '@/_analytics/sites.data'
import { siteHere } from '../../../site-here'
import { EntryForm } from './entry-form'

export const metadata: Metadata = { title: 'Library' }

export default async function EntryPage({
  params,
  searchParams,
}: {
  params: Promise<{ site: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const [{ site: id }, { kind, name }] = await Promise.all([params, searchParams])
  const { who, site } = await siteHere(id, `/sites/${id}/library`)
  const { events, properties } = await libraryOf(who, id)
  const list = kind === 'event' ? events : kind === 'property' ? properties : []
  const entry = list.find(one => one.name === name)
  if (!mayChange(site.role)) forbidden()
  if (!entry) notFound()
  return (
    <>
      <p className="eyebrow">{entry.kind}</p>
      <h1 className="mb-6 text-[2.25rem] wrap-anywhere">{entry.title}</h1>
      <EntryForm
        site={id}
        kind={entry.kind}
        name={entry.name}
        first={{
          displayName: entry.title,
          description: entry.description,
          hidden: entry.hidden,
          blocked: entry.blocked,
        }}
      />
    </>
  )
}

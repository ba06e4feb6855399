import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { ask } from '@/_analytics/reports/ask'
import { mayChange } from '@/_analytics/sites.data'
import { many } from '@/_ui/format'
import { siteHere } from '../../../../site-here'
import { EraseForm } from './erase-form'

export const metadata: Metadata = { title: 'Erase a person' }

export default async function ErasePage({ params }: { params: Promise<{ site: string; person: string }> }) {
  const { site: id, person: number } = await params
  const back = `/sites/${id}/people/${number}`
  const { who, site } = await siteHere(id, `${back}/erase`)
  if (!mayChange(site.role)) forbidden()
  const person = await ask(who, id, {
    report: 'person',
    person: Number(number),
    zone: site.timezone,
    size: 1,
  })
  if (person.person === 0) notFound()
  return (
    <div className="max-w-[42rem]">
      <h1 className="text-[2.25rem] wrap-anywhere">Erase {person.name}?</h1>
      <p className="mt-3">
        Everything that was received under {many(person.identities.length, 'identity', 'identities')} is taken
        out: {many(person.events, 'event')}, every property and its history, the raw hits, and the identities
        themselves. Reports change at once. Nothing of it stays in this site’s file; backups made before keep
        it until they are deleted.
      </p>
      <p className="mt-3">
        The audit log keeps that a person was erased and by whom, and not who it was. If they come back, they
        are somebody new: who should not be recorded again has to opt out.
      </p>
      <EraseForm site={id} person={person.person} back={back} />
    </div>
  )
}

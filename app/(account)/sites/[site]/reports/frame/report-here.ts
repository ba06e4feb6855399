import { redirect } from 'next/navigation'
import { Access } from '@/_analytics/reports/access.data'
import { type Annotation, annotationsIn } from '@/_analytics/reports/annotations.data'
import { dayIn } from '@/_analytics/reports/calendar'
import { nested, type QueryParams, queryText } from '@/_analytics/reports/definition/nested'
import { permalink, type ReadDefinition, readDefinition } from '@/_analytics/reports/definition/read'
import { type DefinitionOf, type KindName, kindOf } from '@/_analytics/reports/kinds'
import { type Run, runReport } from '@/_analytics/reports/run'
import { type Saved, savedReports } from '@/_analytics/reports/saved.data'
import type { SiteView } from '@/_analytics/sites.data'
import { systemClock } from '@/_platform/clock'
import { siteHere } from '../../../site-here'
import { FormState } from './form-state'

/** Everything that a report's page shows. */
export type ReportHere<N extends KindName> = {
  kind: N
  site: SiteView
  /** The page's own path. */
  here: string
  today: string
  form: FormState
  read: ReadDefinition<DefinitionOf<N>>
  saved: Saved[]
  /** Undefined where the site has no events. */
  run?: Run<N>
  notes: Annotation[]
  /** The query string that is the whole definition. */
  link?: string
  /** Nothing has come from this site. */
  empty: boolean
}

export type PageProps = {
  params: Promise<{ site: string }>
  searchParams: Promise<QueryParams>
}

/** Reads a report's page from its address and answers it. A form that was sent is sent on to its permalink. */
export async function reportHere<N extends KindName>(
  kind: N,
  { params, searchParams }: PageProps,
): Promise<ReportHere<N>> {
  const [{ site: id }, given] = await Promise.all([params, searchParams])
  const here = `/sites/${id}/reports/${kind}`
  const asked = queryText(nested(given))
  const { who, site } = await siteHere(id, asked ? `${here}?${asked}` : here)
  const access = await Access.ofMember(who, id)
  const [names, saved] = await Promise.all([access.names(), savedReports(access)])
  const now = systemClock()
  const today = dayIn(site.timezone, now)
  const start = kindOf(kind).start(names.events)
  const query = Object.keys(given).some(name => !sharedNames.test(name))
    ? given
    : { ...Object.fromEntries(new URLSearchParams(queryText(start))), ...given }
  const read = readDefinition(kindOf(kind).schema, query, today)
  const { definition, days } = read
  const link = definition && permalink(definition, read.asked)
  if (link && given.shown !== undefined) redirect(`${here}?${link}`)
  const form = new FormState(read.typed, read.errors, names)
  const empty = names.events.length === 0
  const page = { kind, site, here, today, form, read, saved, link, empty }
  if (!definition || empty) return { ...page, notes: [] }
  const [run, notes] = await Promise.all([
    runReport(access, kind, { definition, days, today, now }),
    annotationsIn(access, days),
  ])
  return { ...page, run, notes }
}

/** Parts of an address that say nothing of the report itself. */
const sharedNames = /^(?:range|from|to|shown|compare|saved|people\..*|segment\..*|name|done)$/

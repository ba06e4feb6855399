import type { Metadata } from 'next'
import { ask } from '@/_analytics/reports/ask'
import { systemClock } from '@/_platform/clock'
import { siteHere } from '../../site-here'
import { LiveBoard } from './live-board'

export const metadata: Metadata = { title: 'Live' }

export default async function Live({ params }: { params: Promise<{ site: string }> }) {
  const { site: id } = await params
  const here = `/sites/${id}/live`
  const { who, site } = await siteHere(id, here)
  const now = systemClock()
  const answer = await ask(who, id, { report: 'live', now })
  return (
    <LiveBoard
      first={{ now, answer }}
      here={here}
      zone={site.timezone}
      host={new URL(site.url).host}
      snippetAt={`/sites/${id}`}
    />
  )
}

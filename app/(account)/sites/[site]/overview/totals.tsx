import Link from 'next/link'
import type { Totals as Sums } from '@/_analytics/reports/overview/overview-query'
import { change, count, duration, percent } from '@/_ui/format'
import { Stat } from '@/_ui/stat'
import type { Links } from './read'

type Props = { totals: Sums; earlier?: Sums; now: number; links: Links }

/** The six figures of a site, and who is there now. */
export function Totals({ totals, earlier, now, links }: Props) {
  const note = (name: 'visitors' | 'visits' | 'views') => earlier && change(totals[name], earlier[name])
  const bounced = (sums: Sums) => (sums.known ? sums.bounces / sums.known : null)
  const engaged = (sums: Sums) => (sums.visits ? (sums.engagedSeconds / sums.visits) * 1000 : 0)
  const each = (sums: Sums) => (sums.visits ? (sums.views / sums.visits).toFixed(1) : '–')
  return (
    <dl className="mt-6 grid grid-cols-2 gap-x-8 gap-y-6 sm:grid-cols-3 lg:grid-cols-[repeat(6,auto)] lg:justify-between">
      <Stat
        name="Visitors"
        value={
          <Link href={links.people('all', 'All visitors')} prefetch={false} className="link-figure">
            {count(totals.visitors)}
          </Link>
        }
        note={note('visitors')}
      />
      <Stat name="Visits" value={count(totals.visits)} note={note('visits')} />
      <Stat name="Page views" value={count(totals.views)} note={note('views') ?? `${each(totals)} a visit`} />
      <Stat
        name="Engaged time a visit"
        value={duration(engaged(totals))}
        note={earlier && `${duration(engaged(earlier))} before`}
      />
      <Stat
        name="Bounced"
        value={percent(bounced(totals))}
        note={earlier ? `${percent(bounced(earlier))} before` : 'of visits saw one page'}
      />
      <Stat
        name="Here now"
        value={count(now)}
        note={
          <Link href={`${links.here}/live`} className="link">
            Watch live
          </Link>
        }
      />
    </dl>
  )
}

import type { Health } from '@/_analytics/health/health.data'
import { Notice } from '@/_ui/notice'
import { clockIn } from '../live/clock-in'
import { Reasons } from '../reasons'
import { LookAgain } from './look-again'

type Props = { health: Health; now: number; zone: string; here: string }

/** Whether a hit has arrived; until then, what came and was not stored today, and why. */
export function LiveCheck({ health, now, zone, here }: Props) {
  const { last, days } = health
  const today = days.slice(0, 1)
  const refused = today.some(one => one.refused.length + one.dropped.length > 0)
  const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: zone })
  return (
    <div className="space-y-4">
      {last === undefined ? (
        <Notice title="Waiting for the first hit">
          Open a page of the site. It shows up here within seconds. As of {clockIn(zone, true)(now)}.{' '}
          <a href={here} className="link">
            Look again
          </a>
          <LookAgain />
        </Notice>
      ) : (
        <Notice kind="good" title="Received your first hit">
          The newest is of {date.format(last)}, {clockIn(zone, true)(last)} in {zone}.
        </Notice>
      )}
      {refused && <Reasons caption="Not stored today (UTC), and why" days={today} />}
      {last === undefined && !refused && (
        <p className="max-w-[60ch] text-soft">
          Nothing was refused either, so nothing with this key has reached us. Is the key complete? Does a
          content security policy or a content blocker stop the request? The browser’s console says so.
        </p>
      )}
    </div>
  )
}

'use client'

import { useState } from 'react'
import { Button } from '@/_ui/button'
import { Chart } from '@/_ui/chart/chart'
import { count } from '@/_ui/format'
import { Stat } from '@/_ui/stat'
import { clockIn } from './clock-in'
import { LiveStatus } from './live-status'
import { Recent } from './recent'
import { Tops } from './tops'
import { type LiveMoment, useLive } from './use-live'

type Props = { first: LiveMoment; here: string; zone: string; host: string; snippetAt: string }

/** The last half hour, as the server drew it; with script it moves, and can be held. */
export function LiveBoard({ first, here, zone, host, snippetAt }: Props) {
  const [paused, setPaused] = useState(false)
  const { moment, state } = useLive(first, `${here}/stream`, paused)
  const { now, answer } = moment
  const time = clockIn(zone)
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        <h1 className="text-[2.25rem]">Live</h1>
        <div className="flex items-center gap-4">
          <LiveStatus state={state} at={time(now)} here={here} />
          {state !== 'still' && state !== 'ended' && (
            <Button type="button" look="quiet" small onClick={() => setPaused(!paused)}>
              {paused ? 'Go on' : 'Pause'}
            </Button>
          )}
        </div>
      </div>
      <div className="mt-6 grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-8 lg:grid-cols-[12rem_minmax(0,1fr)]">
        <dl className="grid grid-cols-2 content-start gap-6 lg:grid-cols-1">
          <Stat name="People in 30 minutes" value={count(answer.people)} large />
          <Stat name="Events" value={count(answer.events)} className="max-lg:self-end" />
        </dl>
        <Chart
          title="Events by minute"
          unit="Minute"
          points={answer.minutes.map(({ minute }) => ({ label: time(minute), tick: time(minute) }))}
          series={[
            { name: 'Events', values: answer.minutes.map(({ events }) => events), look: 'bars' },
            { name: 'People', values: answer.minutes.map(({ people }) => people), look: 'none' },
          ]}
        />
      </div>
      {answer.events === 0 ? (
        <p className="mt-10 max-w-[60ch] text-lg text-soft">
          Nobody in the last half hour. Open the site in another window and you should stand here within two
          seconds; if you do not,{' '}
          <a href={snippetAt} className="link">
            check that the line of code is on the page
          </a>
          , and that your browser has not opted out.
        </p>
      ) : (
        <>
          <Tops {...answer.top} host={host} />
          <Recent recent={answer.recent} zone={zone} host={host} />
        </>
      )}
    </>
  )
}

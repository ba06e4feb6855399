import { useEffect, useState } from 'react'
import type { LiveAnswer } from '@/_analytics/reports/queries'

export type LiveMoment = { now: number; answer: LiveAnswer }

/** `still`: no script yet; `live`: answers come in; `waiting`: the connection is being made again; `ended`: the server refused it. */
export type LiveState = 'still' | 'live' | 'waiting' | 'paused' | 'ended'

/** What the server last said, kept up to date while the page is open and not paused. */
export function useLive(
  first: LiveMoment,
  stream: string,
  paused: boolean,
): { moment: LiveMoment; state: LiveState } {
  const [moment, setMoment] = useState(first)
  const [state, setState] = useState<LiveState>('still')
  useEffect(() => {
    if (paused) {
      setState('paused')
      return
    }
    const source = new EventSource(stream)
    source.onmessage = ({ data }) => {
      setMoment(JSON.parse(data) as LiveMoment)
      setState('live')
    }
    source.onerror = () => setState(source.readyState === EventSource.CLOSED ? 'ended' : 'waiting')
    return () => source.close()
  }, [stream, paused])
  return { moment, state }
}

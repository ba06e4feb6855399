import type { LiveState } from './use-live'

const words: Record<Exclude<LiveState, 'still'>, string> = {
  live: 'Every two seconds',
  waiting: 'No connection; trying again. What you see stands still.',
  paused: 'Held. Counting goes on.',
  ended: 'The connection was ended.',
}

/** Whether what is shown moves; without script, when it was drawn and how to draw it again. */
export function LiveStatus({ state, at, here }: { state: LiveState; at: string; here: string }) {
  if (state === 'still' || state === 'ended')
    return (
      <p className="text-[0.9375rem] text-soft">
        {state === 'ended' && `${words.ended} `}As of {at}.{' '}
        <a href={here} className="link inline-flex min-h-9 items-center">
          Look again
        </a>
      </p>
    )
  return (
    <p role="status" className="flex items-center gap-2 text-[0.9375rem] text-soft">
      <span
        aria-hidden="true"
        className={`size-2.5 rounded-full ${state === 'live' ? 'bg-data' : 'border border-edge'}`}
      />
      {words[state]}
    </p>
  )
}

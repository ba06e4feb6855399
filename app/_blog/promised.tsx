import type { ReactNode } from 'react'
import { type PromiseState, promiseState } from '@/_privacy/promise-report'

const said: Record<PromiseState, string> = {
  kept: 'was kept when last checked',
  broken: 'was found broken when last checked',
  'not run': 'has not been checked here',
  'not yet': 'is still to come',
}

/** Words of the policy that are one promise, marked with its id, which opens what is checked and found. */
export function Promised({ id, children }: { id: string; children: ReactNode }) {
  const state = promiseState(id)
  return (
    <span className="promise" id={`promise-${id}`}>
      {children}{' '}
      <a
        className={`promise-mark promise-${state.replace(' ', '-')}`}
        href={`/privacy/promises#${id}`}
        aria-label={`What is checked for promise ${id}, which ${said[state]}`}
      >
        {id}
        {state === 'not yet' && ', not yet'}
      </a>
    </span>
  )
}

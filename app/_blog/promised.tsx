import type { ReactNode } from 'react'

/** A sentence that is one promise of the policy, marked with its id and linked to what is checked. */
export function Promised({ id, children }: { id: string; children: ReactNode }) {
  return (
    <span className="promise" id={`promise-${id}`}>
      {children}{' '}
      <a
        className="promise-mark"
        href={`/privacy/promises#${id}`}
        aria-label={`What is checked for promise ${id}`}
      >
        {id}
      </a>
    </span>
  )
}

import type { ReactNode } from 'react'

/** Words of the policy that are one promise, marked with its id, which opens what is checked. */
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

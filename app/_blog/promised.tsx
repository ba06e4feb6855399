import type { ReactNode } from 'react'

/** Words of the policy that are one promise, marked with its id so that it can be pointed at. */
export function Promised({ id, children }: { id: string; children: ReactNode }) {
  return (
    <span className="promise" id={`promise-${id}`}>
      {children}{' '}
      <a className="promise-mark" href={`#promise-${id}`} aria-label={`Promise ${id}`}>
        {id}
      </a>
    </span>
  )
}

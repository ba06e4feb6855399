import Link from 'next/link'
import { type PromiseRun, type PromiseState, promiseState } from '@/_privacy/promise-report'
import type { PolicyPromise } from '@/_privacy/promises'

const words: Record<PromiseState, string> = {
  kept: 'Kept',
  broken: 'Broken',
  'not run': 'Not run here',
  'not yet': 'Not yet',
}

/** What is checked for one promise, how it stands, and each check of the last run. */
export function PromiseRow({
  promise: { id, check },
  run,
}: {
  promise: PolicyPromise
  run: PromiseRun | undefined
}) {
  const state = promiseState(id, run)
  const checks = run?.promises[id] ?? []
  return (
    <div id={id} className="promise grid gap-x-6 gap-y-1 py-4 sm:grid-cols-[3rem_1fr_7rem]">
      <dt className="font-semibold">
        <Link href={`/privacy#promise-${id}`} className="link" aria-label={`Promise ${id} in the policy`}>
          {id}
        </Link>
      </dt>
      <dd>
        {check}
        {checks.length > 0 && (
          <details className="mt-1 text-soft">
            <summary>
              {checks.length === 1 ? 'The check' : `The ${checks.length} checks`} in{' '}
              <code>e2e/promises/{id}.spec.ts</code>
            </summary>
            <ul className="mt-2 list-disc pl-5">
              {checks.map(({ title, passed }) => (
                <li key={title}>
                  {title}
                  {!passed && <strong>: did not pass</strong>}
                </li>
              ))}
            </ul>
          </details>
        )}
      </dd>
      <dd className={state === 'broken' ? 'font-semibold text-signal' : 'text-soft'}>{words[state]}</dd>
    </div>
  )
}

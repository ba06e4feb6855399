import { env } from '@/_platform/env'
import { providersInUse } from './providers'

/** Who gets data, and which: from the configuration that the server runs with (promise D1). */
export function ProviderList() {
  const providers = providersInUse(env)
  if (providers.length === 0)
    return (
      <p>
        <strong>None.</strong> No company is configured to get data from this deployment: mail stays in a
        local mailbox, nothing is charged, and the machine is the operator’s own.
      </p>
    )
  return (
    <dl className="divide-y divide-rule border-y border-rule">
      {providers.map(({ name, does, gets, terms }) => (
        <div key={name} className="py-4">
          <dt className="font-semibold">{name}</dt>
          <dd className="mt-1">{does}</dd>
          <dd className="mt-1">
            <strong>Gets:</strong> {gets}
          </dd>
          {terms && (
            <dd className="mt-1">
              <a href={terms}>What it agreed to with us</a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}

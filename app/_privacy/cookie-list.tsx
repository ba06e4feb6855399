import { cookieTable } from './cookies'

/** Every cookie with what for and how long, from the code that sets them (promise K1). */
export function CookieList() {
  return (
    <dl className="divide-y divide-rule border-y border-rule">
      {cookieTable.map(({ name, purpose, lasts }) => (
        <div key={name} className="grid gap-x-6 py-3 sm:grid-cols-[12rem_1fr_11rem]">
          <dt>
            <code>{name}</code>
          </dt>
          <dd>{purpose}</dd>
          <dd className="text-soft">{lasts}</dd>
        </div>
      ))}
    </dl>
  )
}

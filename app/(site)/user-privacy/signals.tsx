import type { BrowserState } from '@/_privacy/browser-state'

/** What arrived with the request for this page. Whether cookies are kept is tried where it is not known yet. */
export function Signals({ state }: { state: BrowserState }) {
  const rows = [
    {
      name: 'Global Privacy Control',
      value: state.gpc
        ? 'Received. Nothing is recorded, on any site that uses us.'
        : 'Not received. Where it is, nothing is recorded, on any site that uses us.',
    },
    {
      name: 'Do Not Track',
      value: state.dnt
        ? 'Received. Each site decides whether it honours it; there nothing is recorded.'
        : 'Not received. Each site decides whether it honours it.',
    },
  ]
  return (
    <dl className="divide-y divide-rule border-y border-rule">
      {rows.map(({ name, value }) => (
        <div key={name} className="grid gap-x-6 py-3 sm:grid-cols-[13rem_1fr]">
          <dt className="font-semibold">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div className="grid gap-x-6 py-3 sm:grid-cols-[13rem_1fr]">
        <dt className="font-semibold">Cookies</dt>
        <dd>{state.keepsCookies ? 'Kept. An opt-out made here lasts.' : <CookieTest />}</dd>
      </div>
    </dl>
  )
}

/** Both findings, hidden; the style sheet is made for this browser and shows the one that holds. */
function CookieTest() {
  return (
    <>
      <link rel="stylesheet" href="/user-privacy/cookies.css" />
      <p className="cookies-kept hidden">
        Kept: one was set and came back a moment ago, and is gone in ten seconds. An opt-out made here lasts.
      </p>
      <p className="cookies-blocked hidden border-l-2 border-bad pl-3 font-semibold text-bad">
        Blocked: one was set a moment ago and did not come back. An opt-out is a cookie, so this browser
        cannot keep one. Look below for what works instead.
      </p>
    </>
  )
}

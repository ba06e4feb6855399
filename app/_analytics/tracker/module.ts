import type { Command, Options, Status, Tracker, Variants } from './api'

type Library = {
  status(): Status
  /** Absent where nothing is recorded: then only the core is loaded. */
  ab?: (test: string, variants: Variants) => string | null
}
type Page = { _kmq?: { push(command: Command): void }; KM?: Library }

/** @see Tracker in api.d.ts, which is the documentation of the npm package. */
export function createTracker({ key, host }: Options): Tracker {
  const page = typeof window === 'undefined' ? undefined : (window as unknown as Page)
  const blocked = page && load(page, `${host.replace(/\/$/, '')}/t.js?k=${encodeURIComponent(key)}`)
  const push = (...commands: Command[]) => {
    for (const command of commands) page?._kmq?.push(typeof command === 'function' ? command : [...command])
  }
  /** What the library answers once it is there; on a server, or where it is blocked, nothing is recorded. */
  const ask = <Answer>(question: (library: Library) => Answer, otherwise: Answer) =>
    new Promise<Answer>(resolve => {
      if (!page) return resolve(otherwise)
      blocked?.then(() => resolve(otherwise))
      push(() => resolve(page.KM ? question(page.KM) : otherwise))
    })

  return {
    push,
    record: (name, properties, done) => push(['record', name, properties, done]),
    set: (properties, done) => push(['set', properties, done]),
    identify: (identity, signature) => push(['identify', identity, signature]),
    clearIdentity: () => push(['clearIdentity']),
    alias: (identity, other, done) => push(['alias', identity, other, done]),
    pageView: () => push(['pageView']),
    ab<Name extends string>(test: string, variants: Variants<Name>) {
      const first = (Array.isArray(variants) ? variants[0] : Object.keys(variants)[0]) ?? null
      return ask<Name | null>(({ ab }) => (ab ? (ab(test, variants) as Name | null) : first), first)
    },
    trackClick: (target, event, properties) => push(['trackClick', target, event, properties]),
    trackSubmit: (target, event, properties) => push(['trackSubmit', target, event, properties]),
    optOut: () => push(['optOut']),
    optIn: () => push(['optIn']),
    status: () => ask(library => library.status(), { tracking: false, reason: '', cookies: false }),
  }
}

/** @returns what settles when the script turns out to be blocked, and never otherwise */
function load(page: Page, src: string): Promise<void> | undefined {
  page._kmq ??= [] as Command[]
  if (Array.from(document.scripts).some(script => script.src === src)) return
  const script = document.createElement('script')
  script.async = true
  script.src = src
  const blocked = new Promise<void>(resolve => {
    script.onerror = () => resolve()
  })
  document.head.append(script)
  return blocked
}

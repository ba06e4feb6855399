import type { PersonAnswer } from '@/_analytics/reports/person/person-query'
import { Button } from '@/_ui/button'
import { many } from '@/_ui/format'
import { zoneTime } from '@/_ui/zone-time'
import { takeApart } from './actions'

type Props = {
  person: PersonAnswer
  zone: string
  site: string
  /** Whether the viewer may take merges back. */
  mayChange: boolean
}

/** Under which names a person is known, and how these came together. */
export function Identities({ person, zone, site, mayChange }: Props) {
  const time = zoneTime(zone)
  return (
    <section aria-labelledby="identities">
      <h2 id="identities" className="text-2xl">
        Identities
      </h2>
      <ul className="mt-3 divide-y divide-rule border-y border-rule">
        {person.identities.map(({ identity, anonymous, events, last }) => (
          <li key={identity} className="py-2">
            <p className={`wrap-anywhere ${anonymous ? 'font-mono text-[0.875rem]' : 'font-semibold'}`}>
              {identity}
            </p>
            <p className="text-sm text-soft">
              {anonymous ? 'A browser’s own, ' : 'Given by the site, '}
              {many(events, 'hit')}
              {last !== undefined && `, last on ${time.date(last)}`}
            </p>
          </li>
        ))}
      </ul>
      {person.merges.length > 0 && (
        <>
          <h3 className="mt-6 text-lg">Merges</h3>
          <ul className="mt-2 divide-y divide-rule border-y border-rule">
            {person.merges.map(({ a, b, at, undone }) => (
              <li key={`${a.person} ${b.person} ${at} ${undone}`} className="py-2 text-[0.9375rem]">
                <p className="wrap-anywhere">
                  {a.identity} <span className="text-soft">and</span> {b.identity}
                </p>
                <p className="text-sm text-soft">
                  {time.date(at * 1000)}, {time.clock(at * 1000)}
                  {undone !== undefined && `; taken apart on ${time.date(undone * 1000)}`}
                </p>
                {mayChange && undone === undefined && (
                  <form action={takeApart.bind(null, site, person.person)} className="mt-2">
                    <input type="hidden" name="a" value={a.identity} />
                    <input type="hidden" name="b" value={b.identity} />
                    <Button look="quiet" small aria-label={`Take ${a.identity} and ${b.identity} apart`}>
                      Take apart
                    </Button>
                  </form>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

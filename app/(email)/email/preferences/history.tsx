const time = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })

type Said = { id: string; at: number; kind: string; subject: string; wording: string }

/** What this address agreed to and took back, newest first. */
export function History({ said }: { said: Said[] }) {
  return (
    <section>
      <h2 className="mb-3 text-2xl">What you said, and when</h2>
      <ul className="space-y-3">
        {said.map(({ id, at, kind, subject, wording }) => (
          <li key={id} className="border-l-2 border-rule pl-3">
            <p className="text-sm text-soft">{time.format(at)} UTC</p>
            <p>
              {kind}: {subject}
            </p>
            <p className="text-[0.9375rem] text-soft">{wording}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

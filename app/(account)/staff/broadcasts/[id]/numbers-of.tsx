import type { Broadcast } from '@/_newsletters/broadcasts.data'
import type { Counts, Numbers } from '@/_newsletters/numbers.data'
import { count } from '@/_ui/format'
import { Stat } from '@/_ui/stat'
import { Table } from '@/_ui/table'

const share = (part: number, whole: number): string =>
  whole ? `${((100 * part) / whole).toFixed(1)} % of those sent` : ''

/** What became of a broadcast so far. */
export function NumbersOf({ numbers, broadcast }: { numbers: Numbers; broadcast: Broadcast }) {
  const { sent, waiting, opened, clicked, delivered, bounced, complained, links, tested } = numbers
  const others = [
    ['Suppressed at the moment of sending', numbers.suppressed],
    ['Given up', numbers.failed],
    ['Cancelled', numbers.cancelled],
    ['Told in a digest, not yet sent', numbers.inDigests],
  ] as const
  return (
    <section className="space-y-8">
      <h2 className="text-2xl">What became of it</h2>
      <dl className="grid grid-cols-2 gap-x-8 gap-y-6 sm:grid-cols-4">
        <Stat name="Sent" value={count(sent)} note={`${count(waiting)} waiting`} />
        <Stat name="Opened" value={count(opened)} note={share(opened, sent)} />
        <Stat name="Pressed a link" value={count(clicked)} note={share(clicked, sent)} />
        <Stat
          name="Bounced"
          value={count(bounced)}
          note={`${count(complained)} complained, ${count(delivered)} delivered for sure`}
        />
      </dl>
      <p className="max-w-[64ch] text-[0.9375rem] text-soft">
        Openings and presses are counted once a reader, only of readers who let us, and never of browsers that
        opted out. Mail programs that load images unasked make openings a rough figure.
      </p>
      <ul className="text-[0.9375rem]">
        {others
          .filter(([, n]) => n > 0)
          .map(([name, n]) => (
            <li key={name}>
              {name}: <span className="figures">{count(n)}</span>
            </li>
          ))}
      </ul>
      {broadcast.subjectB && <TestOf tested={tested} broadcast={broadcast} />}
      {links.length > 0 && (
        <Table
          caption="Links"
          rows={links}
          rowKey={link => link.url}
          columns={[
            { name: 'Address', cell: link => <span className="wrap-anywhere">{link.url}</span> },
            { name: 'Readers', cell: link => count(link.readers), numeric: true },
          ]}
        />
      )}
    </section>
  )
}

function TestOf({ tested, broadcast }: { tested: Record<'a' | 'b', Counts>; broadcast: Broadcast }) {
  const { subject, subjectB, winner, testHours } = broadcast
  const rows = [
    { variant: 'a', subject, ...tested.a },
    { variant: 'b', subject: subjectB, ...tested.b },
  ]
  return (
    <div>
      <Table
        caption="The test of two subjects"
        rows={rows}
        rowKey={row => row.variant}
        columns={[
          {
            name: 'Subject',
            cell: row => (
              <>
                {row.subject}
                {row.variant === winner && <strong className="ml-2 text-good">won</strong>}
              </>
            ),
          },
          { name: 'Sent', cell: row => count(row.sent), numeric: true },
          { name: 'Opened', cell: row => count(row.opened), numeric: true },
          { name: 'Pressed', cell: row => count(row.clicked), numeric: true },
        ]}
      />
      {!winner && (
        <p className="mt-3 text-soft">
          The subject with the larger share of readers who pressed a link wins, {testHours} hours after the
          start.
        </p>
      )}
    </div>
  )
}

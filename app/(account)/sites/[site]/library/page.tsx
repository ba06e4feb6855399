import type { Metadata } from 'next'
import Link from 'next/link'
import { type Entry, libraryOf } from '@/_analytics/library/library.data'
import { mayChange } from '@/_analytics/sites.data'
import { count, shortDay } from '@/_ui/format'
import { Table } from '@/_ui/table'
import { siteHere } from '../../site-here'

export const metadata: Metadata = { title: 'Library' }

export default async function LibraryPage({ params }: { params: Promise<{ site: string }> }) {
  const { site: id } = await params
  const here = `/sites/${id}/library`
  const { who, site } = await siteHere(id, here)
  const { events, properties } = await libraryOf(who, id)
  const shown = { here, change: mayChange(site.role) }
  return (
    <div className="max-w-[54rem] space-y-12">
      <div>
        <h1 className="text-[2.25rem]">Library</h1>
        <p className="mt-1 max-w-[60ch] text-soft">
          Every event and property that was recorded. What is hidden is gone from menus and Live and still
          collected; what is blocked is not collected any more.
        </p>
      </div>
      <section>
        <h2 className="mb-4 text-2xl">Events</h2>
        <Entries {...shown} entries={events} caption="Events, most frequent first" times="Times" />
      </section>
      <section>
        <h2 className="mb-4 text-2xl">Properties</h2>
        <Entries
          {...shown}
          entries={properties}
          caption="Properties, most frequent first"
          times="Values, 30 days"
        />
      </section>
    </div>
  )
}

type Props = { entries: Entry[]; caption: string; times: string; here: string; change: boolean }

function Entries({ entries, caption, times, here, change }: Props) {
  if (entries.length === 0) return <p className="text-soft">None yet.</p>
  return (
    <Table
      caption={caption}
      hideCaption
      rows={entries}
      rowKey={({ name }) => name}
      columns={[
        {
          name: 'Name',
          cell: entry => (
            <>
              {change ? (
                <Link
                  href={`${here}/entry?${new URLSearchParams({ kind: entry.kind, name: entry.name })}`}
                  className="link wrap-anywhere"
                >
                  {entry.title}
                </Link>
              ) : (
                <span className="wrap-anywhere">{entry.title}</span>
              )}
              <span className="block text-sm wrap-anywhere text-soft">{entry.name}</span>
              {entry.description && <span className="block text-sm">{entry.description}</span>}
            </>
          ),
        },
        ...(entries.some(entry => statesOf(entry).length > 0)
          ? [{ name: 'State', cell: (entry: Entry) => statesOf(entry).join(', ') }]
          : []),
        { name: times, numeric: true, cell: entry => count(entry.count) },
        {
          name: 'Last',
          numeric: true,
          cell: ({ lastDay }) => (lastDay ? <time dateTime={lastDay}>{shortDay(lastDay)}</time> : 'never'),
        },
      ]}
    />
  )
}

const statesOf = ({ hidden, blocked, mixed }: Entry): string[] => [
  ...(blocked ? ['blocked'] : []),
  ...(hidden ? ['hidden'] : []),
  ...(mixed ? ['numbers and text'] : []),
]

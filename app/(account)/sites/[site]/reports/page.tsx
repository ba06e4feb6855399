import type { Metadata } from 'next'
import Link from 'next/link'
import { Access } from '@/_analytics/reports/access.data'
import { isKind, kinds } from '@/_analytics/reports/kinds'
import { savedReports } from '@/_analytics/reports/saved.data'
import { Table } from '@/_ui/table'
import { siteHere } from '../../site-here'
import { Board } from './board'
import { groups } from './groups'

export const metadata: Metadata = { title: 'Reports' }

export default async function Reports({ params }: { params: Promise<{ site: string }> }) {
  const { site: id } = await params
  const here = `/sites/${id}/reports`
  const { who } = await siteHere(id, here)
  const access = await Access.ofMember(who, id)
  const saved = (await savedReports(access)).filter(one => isKind(one.report))
  return (
    <>
      <h1 className="text-[2.25rem]">Reports</h1>
      <p className="mt-1 mb-8 max-w-[68ch] text-soft">
        Each is a question in a form and an address: change it, and the address is the new question. Every
        figure opens the people behind it.
      </p>
      <Board access={access} here={here} saved={saved} />
      {groups.map(({ title, reports }) => (
        <section key={title} className="mb-8">
          <h2 className="eyebrow mb-2">{title}</h2>
          <ul className="grid gap-4 sm:grid-cols-2">
            {reports.map(({ path, title: name, about }) => (
              <li key={path} className="rounded-md border border-rule bg-sheet p-4">
                <Link href={`${here}/${path}`} className="link font-display text-xl">
                  {name}
                </Link>
                <p className="mt-1 text-soft">{about}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <section className="mt-10">
        <h2 className="mb-3 text-2xl">Saved</h2>
        {saved.length === 0 ? (
          <p className="text-soft">None yet. Open a report, and give it a name at the foot of its page.</p>
        ) : (
          <Table
            caption="Saved reports"
            hideCaption
            rows={saved}
            rowKey={({ id }) => id}
            columns={[
              {
                name: 'Name',
                cell: ({ report, query, name }) => (
                  <Link href={`${here}/${report}?${query}`} className="link wrap-anywhere">
                    {name}
                  </Link>
                ),
              },
              { name: 'Report', cell: ({ report }) => (isKind(report) ? kinds[report].title : report) },
              {
                name: 'Board',
                cell: ({ id, name, report, place }) =>
                  report === 'metrics' && place === null ? (
                    <form method="post" action={`${here}/saved`}>
                      <button type="submit" name="place" value={id} className="link cursor-pointer">
                        Put on the board<span className="sr-only">: “{name}”</span>
                      </button>
                    </form>
                  ) : null,
              },
              {
                name: 'Delete',
                cell: ({ id, name }) => (
                  <form method="post" action={`${here}/saved`}>
                    <button type="submit" name="delete" value={id} className="link cursor-pointer">
                      Delete<span className="sr-only"> “{name}”</span>
                    </button>
                  </form>
                ),
              },
            ]}
          />
        )}
      </section>
    </>
  )
}

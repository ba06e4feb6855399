import type { Metadata } from 'next'
import Link from 'next/link'
import { Access } from '@/_analytics/reports/access.data'
import { ask } from '@/_analytics/reports/ask'
import { type Saved, savedReports } from '@/_analytics/reports/saved.data'
import { Button } from '@/_ui/button'
import { Field } from '@/_ui/field'
import { count } from '@/_ui/format'
import { Notice } from '@/_ui/notice'
import { Table } from '@/_ui/table'
import { siteHere } from '../../site-here'

export const metadata: Metadata = { title: 'People' }

export default async function People({
  params,
  searchParams,
}: {
  params: Promise<{ site: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const [{ site: id }, query] = await Promise.all([params, searchParams])
  const here = `/sites/${id}/people`
  const { who } = await siteHere(id, here)
  const saved = await savedReports(await Access.ofMember(who, id))
  const text = String(query.name ?? '')
    .trim()
    .slice(0, 255)
  const found = text ? await ask(who, id, { report: 'named', text }) : undefined
  return (
    <>
      {query.done === 'erased' && (
        <div className="mb-6">
          <Notice kind="good" title="The person was erased">
            Nothing that was received from them is held any more.
          </Notice>
        </div>
      )}
      <h1 className="text-[2.25rem]">People</h1>
      <p className="mt-1 mb-6 max-w-[68ch] text-soft">
        Find somebody by any part of any of their identities, or{' '}
        <Link href={`/sites/${id}/reports/people`} className="link">
          search by what people did and who they are
        </Link>
        .
      </p>
      <form method="get" action={here} className="flex max-w-[40rem] flex-wrap items-end gap-3">
        <Field
          name="name"
          label="Identity"
          type="search"
          defaultValue={text}
          maxLength={255}
          className="min-w-0 flex-1"
        />
        <Button>Find</Button>
      </form>
      {found && <Found here={here} text={text} {...found} />}
      <Segments site={id} saved={saved} />
    </>
  )
}

function Segments({ site, saved }: { site: string; saved: Saved[] }) {
  const segments = saved.filter(({ report }) => report === 'people')
  const reports = `/sites/${site}/reports`
  return (
    <section className="mt-12 max-w-[54rem]" aria-labelledby="segments">
      <h2 id="segments" className="mb-3 text-2xl">
        Segments
      </h2>
      {segments.length === 0 ? (
        <p className="max-w-[60ch] text-soft">
          None yet. Search people and save the search under a name: it is a segment that every report can be
          narrowed to.
        </p>
      ) : (
        <Table
          caption="Saved searches"
          hideCaption
          rows={segments}
          rowKey={({ id }) => id}
          columns={[
            {
              name: 'Segment',
              cell: ({ name, query }) => (
                <Link href={`${reports}/people?${query}`} className="link wrap-anywhere">
                  {name}
                </Link>
              ),
            },
            {
              name: 'Over time',
              cell: ({ id }) => (
                <Link href={`${reports}/population?saved=${id}&every=week&range=90`} className="link">
                  Size, entries and exits
                </Link>
              ),
            },
          ]}
        />
      )}
    </section>
  )
}

type FoundProps = {
  here: string
  text: string
  people: { person: number; name: string; identities: string[] }[]
  more: boolean
}

function Found({ here, text, people, more }: FoundProps) {
  if (people.length === 0)
    return (
      <p className="mt-8 text-lg" role="status">
        Nobody is known by an identity that contains “{text}”.
      </p>
    )
  return (
    <section className="mt-8 max-w-[54rem]">
      <Table
        caption={
          more ? `The first ${count(people.length)} of more: type more of the identity` : 'People found'
        }
        rows={people}
        rowKey={({ person }) => person}
        columns={[
          {
            name: 'Person',
            cell: ({ person, name }) => (
              <Link href={`${here}/${person}`} className="link wrap-anywhere">
                {name}
              </Link>
            ),
          },
          {
            name: 'Other identities',
            cell: ({ name, identities }) => (
              <span className="text-sm wrap-anywhere text-soft">
                {identities.filter(one => one !== name).join(', ') || 'none'}
              </span>
            ),
          },
          { name: 'Number', numeric: true, cell: ({ person }) => person },
        ]}
      />
    </section>
  )
}

import type { Metadata } from 'next'
import { type Counted, healthOf } from '@/_analytics/health/health.data'
import { count, shortDay } from '@/_ui/format'
import { Table } from '@/_ui/table'
import { siteHere } from '../../site-here'
import { Reasons } from '../reasons'

export const metadata: Metadata = { title: 'Health' }

const days = 14

const taken = {
  redacted: 'redacted: it looked like a card, a national id or one of your patterns',
  blocked: 'not stored: it is on your list',
  limit: 'not stored: a hit may not have more',
}

export default async function Health({ params }: { params: Promise<{ site: string }> }) {
  const { site: id } = await params
  const { who, site } = await siteHere(id, `/sites/${id}/health`)
  const health = await healthOf(who, id, days)
  const time = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: site.timezone,
  })
  return (
    <>
      <h1 className="text-[2.25rem]">Health</h1>
      <p className="mt-1 max-w-[60ch] text-soft">
        {health.last === undefined
          ? 'No event has arrived yet.'
          : `The newest event is of ${time.format(health.last)} in ${site.timezone}.`}{' '}
        Of what is refused only the reason and the day are counted, and nothing about who.
      </p>
      <div className="mt-8 max-w-[54rem]">
        <Table
          caption={`The last ${days} days, in UTC; today is not over`}
          rows={health.days}
          rowKey={({ day }) => day}
          columns={[
            {
              name: 'Day',
              cell: ({ day }) => (
                <time dateTime={day} className="whitespace-nowrap">
                  {shortDay(day)}
                </time>
              ),
            },
            { name: 'Accepted', numeric: true, cell: ({ accepted }) => count(accepted) },
            { name: 'Refused', numeric: true, cell: ({ refused }) => <Sum counted={refused} /> },
            { name: 'Dropped', numeric: true, cell: ({ dropped }) => <Sum counted={dropped} /> },
          ]}
        />
      </div>
      <section className="mt-12 max-w-[54rem]">
        <h2 className="mb-4 text-2xl">Why</h2>
        <Reasons caption={`Reasons of the last ${days} days`} days={health.days} />
      </section>
      {health.parts.length > 0 && (
        <section className="mt-12 max-w-[54rem]">
          <h2 className="mb-4 text-2xl">Taken out of what was stored</h2>
          <Table
            caption={`Properties, over the last ${days} days`}
            rows={health.parts}
            rowKey={({ what, property }) => `${what} ${property}`}
            columns={[
              {
                name: 'Property',
                cell: ({ property }) => <span className="wrap-anywhere">{property}</span>,
              },
              { name: 'What happened', cell: ({ what }) => taken[what] },
              { name: 'Times', numeric: true, cell: part => count(part.count) },
              { name: 'Last', numeric: true, cell: ({ lastDay }) => shortDay(lastDay) },
            ]}
          />
        </section>
      )}
      <p className="mt-12 max-w-[60ch] text-soft">
        The account’s owners get a mail when nothing has come for at least three hours that had ten events or
        more in each of the two weeks before.
      </p>
    </>
  )
}

const Sum = ({ counted }: { counted: Counted[] }) => (
  <>
    {count(counted.reduce((sum, one) => sum + one.count, 0))}
    {counted.length > 0 && (
      <span className="block text-sm text-soft">
        {counted.map(one => `${one.short} ${count(one.count)}`).join(', ')}
      </span>
    )}
  </>
)

import type { RevenueFigures } from '@/_analytics/reports/revenue/revenue-query'
import { Chart } from '@/_ui/chart/chart'
import { count, longDay, percent, shortDay } from '@/_ui/format'
import { Stat } from '@/_ui/stat'
import { Table } from '@/_ui/table'
import { BehindLink } from '../frame/behind-link'
import { money } from '../frame/figure'
import { marksOf } from '../frame/marks'
import type { ReportHere } from '../frame/report-here'

export function RevenueResult({ page }: { page: ReportHere<'revenue'> }) {
  const { run, read, site } = page
  if (!run || !read.definition) return null
  const { all, averageChurn, series, segments } = run.answer
  const then = run.earlier?.answer.all
  const amount = money(site.currency)
  const points = series.map(({ day }) => ({ label: longDay(day), tick: shortDay(day) }))
  const marks = marksOf(
    page.notes,
    series.map(({ day }) => day),
  )
  const unfinished = read.days.to >= page.today
  if (all.customers === 0 && all.total === 0)
    return (
      <p className="text-lg" role="status">
        No amount of “{read.definition.property}” came in on these days. Choose the property that carries your
        revenue, such as “billing amount”.
      </p>
    )
  const figures = [
    { name: 'Customers', cell: 'customers', value: all.customers, before: then?.customers },
    { name: 'Won', cell: 'gained', value: all.gained, before: then?.gained },
    { name: 'Lost', cell: 'lost', value: all.lost, before: then?.lost },
  ]
  return (
    <>
      <dl className="mb-10 grid grid-cols-2 gap-x-8 gap-y-6 sm:grid-cols-4">
        <Stat name="Revenue" value={amount(all.total)} note={then && `${amount(then.total)} before`} />
        {figures.map(({ name, cell, value, before }) => (
          <Stat
            key={cell}
            name={name}
            value={
              <BehindLink page={page} cell={cell} called={`${name}, people`}>
                {count(value)}
              </BehindLink>
            }
            note={before !== undefined && `${count(before)} before`}
          />
        ))}
        <Stat
          name="A customer brings"
          value={amount(all.average)}
          note={then && `${amount(then.average)} before`}
        />
        <Stat
          name="Lost of customers"
          value={percent(all.churn)}
          note={`${percent(averageChurn)} in the mean period`}
        />
        <Stat
          name="Worth of a customer"
          value={amount(all.lifetime)}
          note={all.lifetime === null ? 'nobody was lost yet' : 'revenue over lost customers'}
        />
      </dl>
      <Chart
        title="Revenue over time"
        unit="From"
        points={points}
        format={value => amount(value).replace(/\.00$/, '')}
        series={[{ name: 'Revenue', values: series.map(one => one.total), look: 'bars' }]}
        marks={marks}
        unfinished={unfinished}
      />
      <section className="mt-12" aria-labelledby="customers">
        <h3 id="customers" className="mb-3 text-2xl">
          Customers
        </h3>
        <Chart
          title="Customers over time"
          unit="From"
          points={points}
          series={[
            { name: 'Customers', values: series.map(one => one.customers), look: 'area' },
            { name: 'Won', values: series.map(one => one.gained), hue: 3 },
            { name: 'Lost', values: series.map(one => one.lost), hue: 2 },
          ]}
          marks={marks}
          unfinished={unfinished}
        />
      </section>
      {segments && <Segments page={page} segments={segments} amount={amount} />}
      <p className="mt-6 max-w-[68ch] text-[0.9375rem] text-soft">
        Amounts are what your site sent, refunds below zero. A customer is lost when the period passes after
        the last payment above zero without another. The worth of a customer is revenue over lost customers:
        the average revenue divided by the share that was lost.
      </p>
    </>
  )
}

type Row = { name: string } & RevenueFigures

function Segments({
  page,
  segments,
  amount,
}: {
  page: ReportHere<'revenue'>
  segments: Row[]
  amount: (value: number | null) => string
}) {
  const property = page.read.definition?.segment?.property ?? ''
  return (
    <section className="mt-12" aria-labelledby="segments">
      <h3 id="segments" className="mb-3 text-2xl">
        By {property}
      </h3>
      <Table
        caption={`Revenue by ${property}`}
        hideCaption
        rows={segments.slice(0, 50)}
        rowKey={({ name }) => name}
        columns={[
          { name: property, cell: ({ name }) => <span className="wrap-anywhere">{name}</span> },
          { name: 'Revenue', numeric: true, cell: ({ total }) => amount(total) },
          {
            name: 'Customers',
            numeric: true,
            cell: ({ name, customers }) => (
              <BehindLink page={page} cell="customers" segment={name} called={`Customers in ${name}`}>
                {count(customers)}
              </BehindLink>
            ),
          },
          { name: 'Won', numeric: true, cell: ({ gained }) => count(gained) },
          { name: 'Lost', numeric: true, cell: ({ lost }) => count(lost) },
          { name: 'A customer brings', numeric: true, cell: ({ average }) => amount(average) },
          { name: 'Lost of customers', numeric: true, cell: ({ churn }) => percent(churn) },
          { name: 'Worth', numeric: true, cell: ({ lifetime }) => amount(lifetime) },
        ]}
      />
    </section>
  )
}

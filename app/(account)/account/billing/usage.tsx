import type { Plan } from '@/_accounts/plans'
import type { MonthUsage } from '@/_billing/usage.data'
import { Meter } from '@/_ui/chart/meter'
import { count, percent } from '@/_ui/format'
import { Table } from '@/_ui/table'

const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** The events of the latest months, beside what the plan holds. */
export function Usage({ months, plan }: { months: MonthUsage[]; plan: Plan | null }) {
  return (
    <section className="space-y-3">
      <h2 className="text-2xl">Events a month</h2>
      <Table<MonthUsage>
        caption="Events a month"
        hideCaption
        rows={months}
        rowKey={({ month }) => month}
        columns={[
          {
            name: 'Month',
            cell: one => `${month.format(new Date(one.month))}${one === months[0] ? ', so far' : ''}`,
          },
          { name: 'Events', numeric: true, cell: ({ events }) => count(events) },
          ...(plan
            ? [
                {
                  name: `Of ${count(plan.events)}`,
                  numeric: true,
                  cell: ({ events }: MonthUsage) => (
                    <>
                      {percent(events / plan.events)}
                      <Meter share={events / plan.events} />
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
      <p className="text-[0.9375rem] text-soft">
        Of all sites but sample data, in calendar months (UTC). A month with more events than the plan loses
        none of them.
      </p>
    </section>
  )
}

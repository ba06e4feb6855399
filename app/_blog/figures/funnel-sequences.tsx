import { Table } from '@/_ui/table'
import { funnelSteps } from './funnel-steps'

const steps = ['1', '2', '3', '4', '5']
const orders = ['1234', '1245', '1254', '12435', '345'].map(order => [...order])

const list = (of: readonly string[]) => (of.length > 0 ? of.join(', ') : 'none')

/** Orders of doing five things, and the steps of the funnel 1 to 5 that each counts for. */
export function FunnelSequences() {
  return (
    <Table
      caption="A funnel of the steps 1 to 5"
      columns={[
        { name: 'What somebody did', cell: order => list(order) },
        { name: 'Counts for', cell: order => list(funnelSteps(order, steps, false)) },
        { name: 'With skipping', cell: order => list(funnelSteps(order, steps, true)) },
      ]}
      rows={orders}
      rowKey={order => order.join('')}
    />
  )
}

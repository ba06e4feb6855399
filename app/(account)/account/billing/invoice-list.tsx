import type { InvoiceLine } from '@/_billing/billing.data'
import { fullDay } from '@/_ui/format'
import { Table } from '@/_ui/table'

const words: Record<string, string> = {
  open: 'to be paid',
  paid: 'paid',
  uncollectible: 'given up',
  void: 'cancelled',
}

const amount = ({ cents, currency }: InvoiceLine): string => {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  return format.format(cents / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}

/** Every invoice, leading to its page at Stripe. */
export function InvoiceList({ invoices }: { invoices: InvoiceLine[] }) {
  return (
    <section className="space-y-3">
      <h2 className="text-2xl">Invoices</h2>
      <Table<InvoiceLine>
        caption="Invoices"
        hideCaption
        rows={invoices}
        rowKey={({ id }) => id}
        columns={[
          {
            name: 'Invoice',
            cell: ({ id, number }) => (
              <a href={`/account/billing/invoices/${id}`} className="link" rel="noreferrer">
                {number || 'Without number'}
              </a>
            ),
          },
          { name: 'Date', cell: ({ at }) => fullDay(new Date(at).toISOString().slice(0, 10)) },
          { name: 'State', cell: ({ state }) => words[state] ?? state },
          { name: 'Amount', numeric: true, cell: amount },
        ]}
      />
    </section>
  )
}
